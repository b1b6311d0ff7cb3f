import type { FurtherLanguage } from "../ui/further.ts";
import { arabicTexts } from "./demo.pages-arabic.ts";
import type { WrittenText } from "./starter.page.ts";

// Drafts that no person has checked, and every one of them says so. In Somali and Tigrinya there is none: what
// stands here about danger must at least have been weighed word by word by whoever wrote it down.

const akut: Partial<Record<FurtherLanguage, WrittenText>> = {
  uk: {
    title: "Коли терміново",
    summary:
      "Якщо ви зараз у небезпеці, телефонуйте 112. Тут сказано, куди звернутися в інший час.",
    body: `## Ви зараз у небезпеці

Телефонуйте **112** і скажіть *polis* (поліція). Якщо ви не можете говорити, залишайтеся на лінії. Вас можуть запитати так, щоб ви відповідали лише «так» або «ні».

Якщо можете, вийдіть: до сусідки, до магазину, на сходи. Дітей візьміть із собою, речі можуть зачекати.

## Коли це не терміново, але здається таким

- **Kvinnofridslinjen**, [020-50 50 50](tel:020505050): цілодобово, безкоштовно, багатьма мовами. Дзвінка не видно в рахунку за телефон, але він залишається в списку дзвінків у телефоні.
- **Поліція**, [114 14](tel:11414): щоб подати заяву або запитати.
- **Медична допомога**, [1177](tel:1177): якщо вас поранено або ви хочете знати, куди їхати.
- **Соціальна служба екстреної допомоги** (socialjouren) вашої комуни допомагає, коли ви не можете залишатися вдома, також уночі та на вихідних. Телефонуйте 112 і попросіть socialjouren.

## Якщо вас зґвалтували

Це не ваша провина, хоч що б ви зробили чи не зробили. У лікарні вам допоможуть і збережуть сліди, навіть якщо ви ще не вирішили, чи подавати заяву. Краще спершу не приймати душ, а одяг зберегти в паперовому пакеті. Якщо ви вже прийняли душ, все одно їдьте.

## Якщо вам не хочеться жити

Телефонуйте [112](tel:112), якщо це зовсім близько. Інакше: **Mind Självmordslinjen**, [90101](tel:90101). Щоб подзвонити, не потрібно бути ні в чому впевненою.`,
  },
  fi: {
    title: "Kun on kiire",
    summary:
      "Jos olet nyt vaarassa, soita 112. Tässä kerrotaan, mihin voit ottaa yhteyttä muulloin.",
    body: `## Oletko vaarassa juuri nyt

Soita **112** ja sano *polis* (poliisi). Jos et voi puhua, pysy linjalla. Vastaaja voi kysyä niin, että vastaat kyllä tai ei.

Lähde ulos, jos voit: naapuriin, kauppaan tai rappukäytävään. Ota lapset mukaan, tavarat voivat odottaa.

## Kun ei ole hätä, mutta siltä tuntuu

- **Kvinnofridslinjen**, [020-50 50 50](tel:020505050): ympäri vuorokauden, maksutta, monella kielellä. Puhelu ei näy puhelinlaskussa, mutta se jää puhelimen soittolistaan.
- **Poliisi**, [114 14](tel:11414): rikosilmoitus tai kysymys.
- **Terveydenhuolto**, [1177](tel:1177): jos olet loukkaantunut tai haluat tietää, minne mennä.
- Kuntasi **sosiaalipäivystys** (socialjouren) auttaa, kun et voi jäädä kotiin, myös yöllä ja viikonloppuna. Soita 112 ja pyydä socialjouren.

## Jos sinut on raiskattu

Se ei ole sinun syysi, mitä ikinä teitkin tai jätit tekemättä. Sairaalassa saat hoitoa ja jäljet otetaan talteen, vaikka et olisi vielä päättänyt ilmoituksesta. Älä mieluiten käy ensin suihkussa, ja säilytä vaatteet paperipussissa. Jos olet jo käynyt suihkussa, mene silti.

## Jos et halua enää elää

Soita [112](tel:112), jos se on lähellä. Muuten: **Mind Självmordslinjen**, [90101](tel:90101). Sinun ei tarvitse olla mistään varma, jotta voit soittaa.`,
  },
  fa: {
    title: "وقتی فوری است",
    summary:
      "اگر اکنون در خطر هستید با 112 تماس بگیرید. اینجا آمده که در وقت‌های دیگر به کجا می‌توانید رو کنید.",
    body: `## آیا همین حالا در خطر هستید

با **112** تماس بگیرید و بگویید *polis* (پلیس). اگر نمی‌توانید حرف بزنید روی خط بمانید. کسی که جواب می‌دهد می‌تواند پرسش‌هایی بپرسد که با بله یا نه پاسخ می‌دهید.

اگر می‌توانید بیرون بروید: نزد همسایه، به یک مغازه یا به راه‌پله. بچه‌ها را با خود ببرید. وسایل می‌توانند بمانند.

## وقتی اضطراری نیست، اما چنین حسی دارد

- **Kvinnofridslinjen**، [020-50 50 50](tel:020505050): شبانه‌روز، رایگان و به زبان‌های بسیار. تماس در صورت‌حساب تلفن دیده نمی‌شود، اما در فهرست تماس‌های گوشی می‌ماند.
- **پلیس**، [114 14](tel:11414): برای شکایت یا پرسش.
- **درمان**، [1177](tel:1177): اگر آسیب دیده‌اید، یا برای این‌که بدانید کجا بروید.
- **اورژانس اجتماعی** (socialjouren) شهرداری شما وقتی نمی‌توانید در خانه بمانید کمک می‌کند، شب‌ها و آخر هفته‌ها هم. با 112 تماس بگیرید و socialjouren را بخواهید.

## اگر به شما تجاوز شده است

تقصیر شما نیست، هر کاری که کرده یا نکرده باشید. در بیمارستان می‌توانید درمان شوید و آثار جرم ثبت شود، بی آن‌که تصمیم گرفته باشید شکایت کنید. بهتر است پیش از آن دوش نگیرید و لباس‌ها را در پاکت کاغذی نگه دارید. اگر دوش گرفته‌اید باز هم بروید.

## اگر دیگر نمی‌خواهید زندگی کنید

اگر نزدیک است با [112](tel:112) تماس بگیرید. وگرنه: **Mind Självmordslinjen**، [90101](tel:90101). برای تماس گرفتن لازم نیست از چیزی مطمئن باشید.`,
  },
};

const rensaSpar: Partial<Record<FurtherLanguage, WrittenText>> = {
  uk: {
    title: "Прибрати сліди",
    summary: "Як зробити так, щоб ваш візит був менш помітний, і чого приховати не можна.",
    body: `Цей сайт не ставить cookies і нічого не зберігає на вашому телефоні чи комп’ютері. Але сам браузер пам’ятає, де ви були.

## Приберіть лише цей візит

Якщо видалити *всю* історію, це може викликати запитання. Краще видаліть кілька рядків.

- **Safari на iPhone**: значок книги, потім історія, посуньте рядок убік, видалити.
- **Chrome на Android**: три крапки, потім історія, хрестик біля рядка.
- **Chrome та Edge на комп’ютері**: Ctrl + H, хрестик біля рядка.
- **Firefox**: Ctrl + Shift + H, клацніть рядок правою кнопкою миші, забути цей сайт.

## Наступного разу: приватне вікно

Його називають *інкогніто* або *приватний перегляд*. Тоді браузер не пам’ятає візиту, коли ви закриєте вікно.

## Чого прибрати не можна

- Той, хто керує мережею вдома, у школі чи на роботі, може бачити, що хтось відвідав нашу адресу, але не що ви читали чи писали.
- Якщо ви телефонуєте, номер видно в списку дзвінків. Звідти його можна видалити, але не з рахунку за телефон.
- **Програми-шпигуни** бачать усе, що ви робите на телефоні. Якщо ви думаєте, що у вас є така програма, скористайтеся чужим телефоном або комп’ютером у бібліотеці.

## Не видаляйте програму

Якщо ви знайшли програму, яка стежить за вами, видаляти її може бути небезпечно, бо це помітять. Спершу [поговоріть із нами](/sprak/uk).`,
  },
  fi: {
    title: "Poista jäljet",
    summary: "Näin käyntisi näkyy vähemmän, ja tätä ei voi piilottaa.",
    body: `Tämä sivusto ei käytä evästeitä eikä tallenna mitään puhelimeesi tai tietokoneeseesi. Mutta selain itse muistaa, missä olet käynyt.

## Poista vain tämä käynti

Jos poistat *koko* historian, se voi herättää kysymyksiä. Poista mieluummin muutama rivi.

- **Safari iPhonessa**: kirjan kuva, historia, vedä riviä sivulle, poista.
- **Chrome Androidissa**: kolme pistettä, historia, rasti rivin vieressä.
- **Chrome ja Edge tietokoneella**: Ctrl + H, rasti rivin vieressä.
- **Firefox**: Ctrl + Shift + H, napsauta riviä hiiren oikealla painikkeella, unohda tämä sivusto.

## Ensi kerralla: yksityinen ikkuna

Sen nimi on *incognito* tai *yksityinen selaus*. Silloin selain ei muista käyntiä, kun suljet ikkunan.

## Tätä ei voi poistaa

- Se, joka ylläpitää verkkoa kotona, koulussa tai työssä, voi nähdä, että joku on käynyt osoitteessamme, mutta ei sitä, mitä luit tai kirjoitit.
- Jos soitat, numero näkyy soittolistassa. Sieltä voit poistaa sen, mutta et puhelinlaskusta.
- **Vakoiluohjelma** näkee kaiken, mitä teet puhelimella. Jos luulet, että sinulla on sellainen, käytä jonkun toisen puhelinta tai kirjaston tietokonetta.

## Älä poista sovellusta

Jos löydät sovelluksen, joka seuraa sinua, sen poistaminen voi olla vaarallista, koska se huomataan. [Puhu ensin meidän kanssamme](/sprak/fi).`,
  },
  fa: {
    title: "پاک کردن ردها",
    summary: "چه کنید تا بازدید شما کمتر دیده شود، و چه چیزی را نمی‌توان پنهان کرد.",
    body: `این سایت کوکی نمی‌گذارد و چیزی روی تلفن یا رایانهٔ شما ذخیره نمی‌کند. اما خود مرورگر به یاد دارد که کجا بوده‌اید.

## فقط همین بازدید را پاک کنید

اگر *همهٔ* تاریخچه را پاک کنید ممکن است پرسش پیش بیاید. بهتر است چند سطر را پاک کنید.

- **Safari در iPhone**: نشان کتاب، سپس تاریخچه، سطر را به کنار بکشید، حذف.
- **Chrome در Android**: سه نقطه، سپس تاریخچه، نشان بستن کنار سطر.
- **Chrome و Edge در رایانه**: Ctrl + H، نشان بستن کنار سطر.
- **Firefox**: Ctrl + Shift + H، روی سطر کلیک راست کنید، فراموش کردن این سایت.

## بار دیگر: پنجرهٔ خصوصی

نام آن *ناشناس* یا *مرور خصوصی* است. آن‌گاه وقتی پنجره را ببندید مرورگر بازدید را به یاد ندارد.

## آنچه نمی‌توان پاک کرد

- کسی که شبکه را در خانه، مدرسه یا محل کار اداره می‌کند می‌تواند ببیند که کسی به نشانی ما سر زده است، اما نه این‌که چه خوانده یا نوشته‌اید.
- اگر تماس بگیرید شماره در فهرست تماس‌ها دیده می‌شود. از آنجا می‌توانید آن را پاک کنید، اما نه از صورت‌حساب تلفن.
- **برنامه‌های جاسوسی** هر کاری را که با تلفن می‌کنید می‌بینند. اگر فکر می‌کنید چنین برنامه‌ای دارید از تلفن کس دیگری یا رایانهٔ کتابخانه استفاده کنید.

## برنامه را حذف نکنید

اگر برنامه‌ای پیدا کردید که شما را دنبال می‌کند، حذف آن می‌تواند خطرناک باشد، چون دیده می‌شود. نخست [با ما حرف بزنید](/sprak/fa).`,
  },
};

/** What the demonstration says in further languages, by the name of the page. */
export function furtherTexts(slug: string): Partial<Record<FurtherLanguage, WrittenText>> {
  const ar = arabicTexts[slug];
  const own = { akut, "rensa-spar": rensaSpar }[slug];
  return { ...(ar && { ar }), ...own };
}
