// Custody and protective order. Sources: föräldrabalken (6 kap.), lagen (1988:688) om kontaktförbud, as of autumn 2025.
// Only what those laws say and what is not about to change from one case to the next: no sums, few periods.

import { municipality } from "./starter.guides-municipality.ts";
import { written } from "./starter.page.ts";

const custody = written(
  "guide",
  "vardnad-och-umgange",
  {
    sv: {
      title: "Vårdnad, boende och umgänge",
      summary: "Om barnen, när du lämnar eller har lämnat någon som är våldsam.",
      body: `Är du eller barnen i fara nu: ring **112**. Säkerheten går före allt som står här.

## Tre ord

- **Vårdnad** är att bestämma om barnets liv: skola, vård, pass. Ni kan ha den tillsammans, eller en av er själv.
- **Boende** är var barnet bor.
- **Umgänge** är tiden med den förälder som barnet inte bor hos.

## Det som lagen säger

Barnets bästa avgör (föräldrabalken, 6 kapitlet). Den som beslutar ska särskilt tänka på om det finns risk för våld i familjen, och på barnets behov av båda sina föräldrar. Barnet ska få information och få säga vad det tycker, efter ålder och mognad. Att barn ser eller hör våld mellan sina närmaste kan vara ett brott mot barnet, som kallas barnfridsbrott.

## Så brukar det gå till

1. **Prata med socialtjänsten** i din kommun. De har familjerätt, och kan också hjälpa er med skydd.
2. **Informationssamtal**: innan någon går till domstol ska föräldrarna i regel ha varit på ett sådant samtal i kommunen. Säg till om våldet redan när du bokar, och be att få gå dit utan honom.
3. **Samarbetssamtal** är frivilliga. Du får tacka nej.
4. **Avtal**: kommer ni överens kan familjerätten godkänna det. Skriv inte på något som du är rädd för.
5. **Tingsrätten** beslutar om ni inte kommer överens. Den kan bestämma något redan medan målet pågår, och ibland att en utomstående ska vara med vid umgänget.

## Bra att göra tidigt

- Skaffa en **egen jurist** som kan familjerätt och våld. Fråga om rättshjälp, och om din hemförsäkring har rättsskydd.
- Anteckna det som händer, med dag och plats. Spara meddelanden.
- Berätta för förskolan, skolan och BVC eller elevhälsan.
- Har ni vårdnaden tillsammans: tala med jurist eller socialtjänst *innan* du flyttar långt bort med barnen. Måste ni fly så åk, och ring socialjouren så snart ni är trygga.

## Till barnen

Säg att det inte är deras fel, och att det är de vuxna som ska lösa det. De får tycka om båda. De kan få eget stöd: fråga socialtjänsten eller [oss](/).

*Lagen är berättad i korthet, så som den var hösten 2025. En jurist kan säga vad som gäller för er.*`,
    },
    en: {
      title: "Custody, home and contact",
      summary: "About the children, when you leave or have left somebody who is violent.",
      body: `If you or the children are in danger now: call **112**. Safety comes before all that stands here.

## Three words

- **Custody** (*vårdnad*) is to decide about the child’s life: school, care, passport. You may have it together, or one of you alone.
- **Home** (*boende*) is where the child lives.
- **Contact** (*umgänge*) is the time with the parent whom the child does not live with.

## What the law says

What is best for the child decides (the Parental Code, chapter 6). Whoever decides must think especially of any risk of violence in the family, and of the child’s need of both parents. The child is to be informed and to say what it thinks, by age and maturity. That a child sees or hears violence between those closest to it can be a crime against the child.

## How it usually goes

1. **Talk with the social services** of your municipality. They have a unit for family law (*familjerätt*), and can also help you with protection.
2. **An information meeting** (*informationssamtal*): before somebody goes to court the parents should as a rule have been to one, in the municipality. Tell of the violence when you book it, and ask to come without him.
3. **Cooperation talks** are voluntary. You may say no.
4. **An agreement**: if you agree, the family law unit can approve it. Do not sign anything that you are afraid of.
5. **The district court** decides if you do not agree. It can decide something while the case goes on, and sometimes that somebody from outside is there during contact.

## Good to do early

- Get a **lawyer of your own** who knows family law and violence. Ask about legal aid, and whether your home insurance covers legal costs.
- Note what happens, with day and place. Keep messages.
- Tell the preschool, the school and the child’s health care.
- If you have custody together: talk with a lawyer or the social services *before* you move far away with the children. If you must flee, go, and phone the social emergency service (112) as soon as you are safe.

## To the children

Say that it is not their fault, and that it is for the grown-ups to solve. They may like both of you. They can have support of their own: ask the social services or [us](/?lang=en).

*The law is told in short, as it was in autumn 2025. A lawyer can say what counts for you.*`,
    },
  },
  "kvinnojour",
);

const order = written(
  "guide",
  "kontaktforbud",
  {
    sv: {
      title: "Kontaktförbud",
      summary: "Ett beslut om att någon inte får söka upp eller kontakta dig. Det kostar inget.",
      body: `Ett kontaktförbud är till för dig som blir förföljd, hotad eller trakasserad, eller som riskerar att bli det. Reglerna står i lagen (1988:688) om kontaktförbud. Kommer han nu: ring **112**.

## Vad det kan gälla

- **Vanligt**: han får inte besöka dig, följa efter dig, ringa eller skriva. Inte heller genom någon annan.
- **Utvidgat**: han får inte heller vara i närheten av din bostad, ditt arbete eller andra ställen där du brukar vara.
- **Särskilt utvidgat**: ett större område. Det kan övervakas med fotboja.
- **Gemensam bostad**: han får inte vara i hemmet som ni delar.

Också barn kan skyddas av ett kontaktförbud.

## Så gör du

1. **Ring polisen** på [114 14](tel:11414), eller gå till en polisstation. Du kan också vända dig till åklagaren. Säg att du vill ansöka om kontaktförbud.
2. **Berätta** vad som har hänt, när och hur ofta. Visa meddelanden, samtalslistor och bilder. Det måste inte redan ha hänt ett brott, men det ska finnas en risk.
3. **Åklagaren beslutar.** Han får veta att du har ansökt och får säga sitt. Tänk därför ut med oss eller polisen var du är tryggast under tiden.
4. **Blir det nej** kan du be att tingsrätten prövar beslutet. Du kan också ansöka på nytt, om något mer händer.

Beslutet gäller en viss tid. Det kan förlängas: hör av dig till polisen i god tid innan den är slut.

## Om han bryter mot det

Det är ett brott. Ring **112** när det händer, och anmäl varje gång, också ett enda sms. Svara inte. Spara det.

## Det här är bra att veta

Ett papper stoppar inte alla. Ett kontaktförbud är en del av ett skydd: lås, någon att ringa, ett larm från polisen, skyddade uppgifter eller [skyddat boende](/sidor/vad-kommunen-ska-gora) kan vara andra. Åklagaren kan göra undantag, till exempel för sådant som gäller barnen.

[Prata med oss](/) om du vill ha sällskap till polisen.

*Lagen är berättad i korthet, så som den var hösten 2025.*`,
    },
    en: {
      title: "A protective order",
      summary: "A decision that somebody may not seek you out or contact you. It costs nothing.",
      body: `A protective order (*kontaktförbud*) is for you who are stalked, threatened or harassed, or at risk of it. The rules stand in a law of its own, lagen (1988:688) om kontaktförbud. If he is coming now: call **112**.

## What it can be

- **Ordinary**: he may not visit you, follow you, call or write. Nor through somebody else.
- **Extended**: nor may he be near your home, your work or other places where you usually are.
- **Specially extended**: a larger area. It can be watched by an ankle monitor.
- **A shared home**: he may not be in the home that you share.

Children too can be protected by one.

## What you do

1. **Phone the police** on [114 14](tel:11414), or go to a police station. You can also turn to the prosecutor. Say that you want to apply for a *kontaktförbud*.
2. **Tell** what has happened, when and how often. Show messages, lists of calls and pictures. A crime need not have happened already, but there has to be a risk.
3. **The prosecutor decides.** He is told that you have applied, and may say his part. So think out with us or the police where you are safest meanwhile.
4. **If the answer is no** you can ask the district court to try the decision. You can also apply again, if more happens.

The decision holds for a certain time. It can be prolonged: get in touch with the police well before it ends.

## If he breaks it

That is a crime. Call **112** when it happens, and report each time, even a single message. Do not answer. Keep it.

## Good to know

A paper does not stop everybody. A protective order is one part of being safe: locks, somebody to call, an alarm from the police, protected personal data or [protected housing](/sidor/vad-kommunen-ska-gora?lang=en) can be others. The prosecutor can make exceptions, for instance for what concerns the children.

[Talk with us](/?lang=en) if you want company to the police.

*The law is told in short, as it was in autumn 2025.*`,
    },
  },
  "kvinnojour",
);

export const lawGuides = [order, custody, municipality];
