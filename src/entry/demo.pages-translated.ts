import type { DemoText } from "./demo.pages.ts";

/** English, by the name of the page. Where there is none the site shows the Swedish text, and says so. */
export const englishTexts: Readonly<Record<string, DemoText>> = {
  akut: {
    title: "When it is urgent",
    summary: "In danger now: call 112. Here is where you can turn at other times.",
    body: `## Are you in danger right now

Call **112** and say *police*. If you cannot speak: stay on the line. Whoever answers can ask questions that you answer with yes or no.

Get out if you can, to a neighbour, a shop or a stairwell. Bring the children; things can wait.

## When it is not acute, but feels so

- **Kvinnofridslinjen**, [020-50 50 50](tel:020505050): day and night, free, in many languages. The call does not show on the phone bill.
- **The police**, [114 14](tel:11414): to report, or to ask.
- **Health care**, [1177](tel:1177): if you are hurt, or to learn where to go.
- **The social emergency service** of your municipality helps when you cannot stay at home, at night and on weekends too.

## If you have been raped

It is not your fault, whatever you did or did not do. At a hospital you can get care and have traces secured without having decided whether to report. Preferably do not shower first, and keep the clothes in a paper bag. If you have showered: go anyway.`,
  },
  "vald-i-en-relation": {
    title: "Is it violence?",
    summary: "Violence is more than blows. You need not be sure to talk about it.",
    body: `Many who turn to us begin by saying that it may not be so bad. Often it is more dangerous than it feels, because one gets used to it.

## This is how it can look

- **Control**: he wants to know where you are, reads your phone, decides whom you meet.
- **Words**: you hear that you are stupid, ugly, ill, a bad mother.
- **Threats**: against you, the children, the pets, or himself.
- **Money**: he takes your wages, or you have to ask before you shop.
- **Sex** that you do not want, or that you agree to so as to have peace.
- **Blows**, kicks, being held, hands around the throat. The last is always dangerous: seek care, even if nothing shows.

## What you can do already now

1. Tell one single person whom you trust.
2. Agree with her on a word that means “call the police”.
3. Put aside passport, keys, medicines and some money, if it can be done unnoticed.
4. Write no plans on a phone that he can get at. Read [how to clear traces](/sidor/rensa-spar?lang=en).

And [talk with us](/?lang=en). We decide nothing for you.`,
  },
  "orolig-for-nagon": {
    title: "Worried about somebody?",
    summary: "You can do more than you think, most of all by staying around.",
    body: `## You could say

> I am thinking of you. Is everything all right at home? You don't have to answer now. I am here, also in a year.

Say it when you are alone, never in a message that somebody else may read.

## What helps

- Listen more than you talk.
- Believe her, and say that it is not her fault.
- Ask what *she* wants help with.
- Stay in touch also when she goes back. Many do, several times.

## What can make it worse

- Scolding him. Then she has to defend him.
- Deciding for her when to leave.
- Talking with him about it.`,
  },
  "vad-ar-en-kvinnojour": {
    title: "What is a women’s centre?",
    summary: "Women who support women: free, anonymous, and nothing registered.",
    body: `A *kvinnojour* is a non-profit association. Most of us who answer are volunteers: we have basic training, have worked beside somebody experienced, and have all signed a pledge of confidentiality.

- **Free.** All the way.
- **Anonymous.** We do not ask for your name or where you live.
- **No register.** There is no file on you here.
- **On your terms.** We decide nothing for you.
- **Only women answer**, and women are whom we receive. Young people of all genders are welcome at Din Ungdomsjour.

If a child is in danger we report our concern, first of all together with you. We tell you before we do.`,
  },
  "rensa-spar": {
    title: "Clearing traces",
    summary: "How it shows less that you have been here, and what cannot be hidden.",
    body: `This site sets no cookies and keeps nothing on your phone or computer. But the browser itself remembers where you have been.

## Clear this visit only

To delete *all* history may raise questions. Rather remove a few lines.

- **Safari on iPhone**: the book, History, swipe the line to the left, Delete.
- **Chrome on Android**: the three dots, History, the cross beside the line.
- **Chrome and Edge on a computer**: Ctrl + H, the cross beside the line.

## Next time: a private window

It is called *incognito* or *private browsing*. The browser then forgets the visit when you close the window.

## What cannot be cleared

- Whoever runs the network can see that somebody visited our address, but not what you read or wrote.
- **Spyware** sees all that you do. If you think that there is some: use somebody else's phone.`,
  },
};

/** Easy-read Swedish. */
export const easyTexts: Readonly<Record<string, DemoText>> = {
  "vad-ar-en-kvinnojour": {
    title: "Vad är en kvinnojour?",
    summary: "Vi är kvinnor som hjälper kvinnor.",
    body: `Du kan prata med oss.
Det kostar inget.

Du behöver inte säga vad du heter.
Vi skriver inte upp vem du är.

Vi lyssnar på dig.
Vi tror på dig.
Du bestämmer själv vad du vill göra.

Bara kvinnor arbetar här.
Alla som svarar har lovat att inte berätta för någon annan.

Om ett barn far illa måste vi berätta det.
Då säger vi det till dig först.`,
  },
  "rensa-spar": {
    title: "Rensa spår",
    summary: "Så syns det mindre att du har varit här.",
    body: `Din telefon minns vilka sidor du har läst.
Du kan ta bort det.

## Gör så här

1. Öppna historiken i din webbläsare.
2. Leta upp raden med vår sida.
3. Ta bort bara den raden.

## Nästa gång

Öppna ett privat fönster först.
Då minns inte telefonen vad du läser.

Är du osäker?
Fråga oss.`,
  },
};
