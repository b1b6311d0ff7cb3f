import { written } from "./starter.page.ts";

export const relative = written("relative", "orolig-for-nagon", {
  sv: {
    title: "Orolig för någon?",
    summary: "Du kan göra mer än du tror, mest genom att finnas kvar.",
    body: `## Det du kanske har sett

Hon drar sig undan. Hon svarar kort, eller alltid med honom bredvid. Hon ursäktar honom. Hon har märken som hon förklarar bort. Det kan vara något annat, men du får fråga.

## Så kan du säga

> Jag tänker på dig. Har du det bra hemma? Du behöver inte svara nu. Jag finns här, också om ett år.

Säg det när ni är ensamma, aldrig i ett meddelande som någon annan kan läsa.

## Det som hjälper

- Lyssna mer än du pratar.
- Tro på henne, och säg att det inte är hennes fel.
- Fråga vad *hon* vill ha hjälp med: barnvakt, en väska i ditt skåp, sällskap till vården.
- Håll kontakten också när hon går tillbaka. Många gör det, flera gånger.

## Det som kan göra det värre

- Att skälla på honom. Då får hon försvara honom.
- Att bestämma åt henne när hon ska gå.
- Att prata med honom om det.

## Barn

Är du orolig för ett barn kan du ringa socialtjänsten i barnets kommun, utan att säga vem du är. Är det akut: **112**.

Du får också [prata med oss](/door/worried), för din egen skull.`,
  },
  en: {
    title: "Worried about somebody?",
    summary: "You can do more than you think, most of all by staying around.",
    body: `## What you may have seen

She withdraws. She answers in few words, or always with him beside her. She excuses him. She has marks that she explains away. It may be something else, but you may ask.

## You could say

> I am thinking of you. Is everything all right at home? You don’t have to answer now. I am here, also in a year.

Say it when you are alone, never in a message that somebody else may read.

## What helps

- Listen more than you talk.
- Believe her, and say that it is not her fault.
- Ask what *she* wants help with: a babysitter, a bag in your cupboard, company to the doctor.
- Stay in touch also when she goes back. Many do, several times.

## What can make it worse

- Scolding him. Then she has to defend him.
- Deciding for her when to leave.
- Talking with him about it.

## Children

If you are worried about a child you can phone the social services where the child lives, without saying who you are. If it is acute: **112**.

You too may [talk with us](/door/worried?lang=en), for your own sake.`,
  },
});
