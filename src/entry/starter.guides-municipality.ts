// The duties of the municipality. Sources: socialtjänstlagen (2025:400), förvaltningslagen (2017:900), as of autumn 2025.

import { written } from "./starter.page.ts";

export const municipality = written(
  "guide",
  "vad-kommunen-ska-gora",
  {
    sv: {
      title: "Det här ska kommunen göra",
      summary: "Socialtjänsten har ansvar för att du och barnen får stöd och skydd.",
      body: `Kommunen har ansvar för att den som utsätts för brott, och den som står henne nära, får stöd och hjälp. Särskilt gäller det den som utsätts för våld av någon närstående, och barn som har sett eller hört våldet. Det står i socialtjänstlagen (2025:400), som gäller sedan den 1 juli 2025.

Är ni i fara nu: ring **112**. Behöver ni någonstans att vara i natt: ring 112 och be om *socialjouren*.

## Det här kan du be om

- **Skydd**: en plats där ni är trygga, till exempel ett skyddat boende.
- **Samtal och stöd**, för dig och för barnen.
- **Pengar** till mat, kläder, resor och boende, när du inte har egna som du kommer åt.
- **Hjälp med kontakter**: polis, vård, skola, Skatteverket, hyresvärd.
- **Ett nytt hem** på sikt. Det är inte lika överallt, så fråga.

Den kommun där du befinner dig ska hjälpa till när det är bråttom, också om du bor i en annan.

## Så går det till

1. Ring kommunens växel och säg: *Jag vill tala med socialtjänsten. Jag är utsatt för våld.* Du kan först fråga om råd utan att säga vad du heter.
2. Ansök. Det går att göra muntligt. Berätta hur rädd du är, och vad som har hänt. Det du säger omfattas av sekretess.
3. De frågar om hot, barn, hälsa och pengar. Säg vilka orter som du inte kan vara på.
4. Be om beslutet skriftligt. Viss hjälp kan kommunen ge utan att utreda dig först.

Behöver du tolk ska de ordna det. Det ska inte vara en släkting och aldrig ett barn. Du får ha någon med dig: fråga [oss](/).

## Om barnen

Socialtjänsten ska se till barnens bästa, tala med dem och skydda dem. Många är rädda för att bli av med barnen för att de berättar. Att söka hjälp är att skydda dem. Vi kan fundera tillsammans innan du ringer.

## Om det blir nej

- Be om skälen skriftligt, och om hur man överklagar.
- De flesta avslag går att **överklaga** till förvaltningsrätten. Du har tre veckor på dig från den dag då du fick beslutet. Skicka överklagandet till kommunen.
- Har du bemötts illa kan du klaga hos kommunen eller anmäla till **IVO**.
- Du får alltid ansöka igen.

*Lagen är berättad i korthet, så som den var hösten 2025.*`,
    },
    en: {
      title: "What the municipality has to do",
      summary:
        "The social services are responsible for support and protection for you and your children.",
      body: `The municipality is responsible for support and help to whoever is the victim of a crime, and to those close to her. That goes especially for whoever is exposed to violence by somebody close, and for children who have seen or heard it. It stands in the Social Services Act, socialtjänstlagen (2025:400), in force since 1 July 2025.

In danger now: call **112**. Nowhere to be tonight: call 112 and ask for *socialjouren*.

## What you can ask for

- **Protection**: a place where you are safe, such as protected housing.
- **Talks and support**, for you and for the children.
- **Money** for food, clothes, travel and housing, when you have none of your own that you can get at.
- **Help with contacts**: police, health care, school, Tax Agency, landlord.
- **A new home** in time. It differs between municipalities, so ask.

The municipality where you are has to help when it is urgent, even if you live in another.

## How it goes

1. Phone the municipality and say: *I want to talk to the social services. I am exposed to violence.* You can ask for advice first without saying your name.
2. Apply. It can be done by word of mouth. Tell how afraid you are, and what has happened. What you say is covered by secrecy.
3. They ask about threats, children, health and money. Say in which towns you cannot be.
4. Ask for the decision in writing. Some help the municipality can give without investigating you first.

If you need an interpreter they have to arrange one. It should not be a relative and never a child. You may have somebody with you: ask [us](/?lang=en).

## About the children

The social services have to see to what is best for the children, talk with them and protect them. Many are afraid to lose their children because they tell. To seek help is to protect them. We can think together before you call.

## If the answer is no

- Ask for the reasons in writing, and how to appeal.
- Most refusals can be **appealed** to the administrative court. You have three weeks from the day when you got the decision. Send the appeal to the municipality.
- If you have been met badly you can complain to the municipality or report it to **IVO**, the inspectorate.
- You may always apply again.

*The law is told in short, as it was in autumn 2025.*`,
    },
  },
  "kvinnojour",
);
