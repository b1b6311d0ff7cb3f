import { defineMessages } from "../../ui/languages.ts";

export const messages = defineMessages({
  sv: {
    title: "Har någon förlorat alla sina enheter?",
    lead: "Hon får en egen länk och gör nya nycklar. Allt annat är kvar: hennes plats, hennes pass och hennes grupper. De gamla nycklarna slutar gälla när ni har jämfört siffror.",
    whom: "Vem?",
    choose: "Välj en kollega",
    first:
      "Ring henne på ett nummer du redan har, innan du skickar länken. Har hon kvar sin återställningskod på papper behövs det här inte.",
    make: "Gör en länk åt henne",
    returns:
      "Hon är redan med, har förlorat sina enheter och kommer tillbaka med nya nycklar. Ring på ett nummer du redan har.",
    same: "De är lika: ge henne hennes plats tillbaka",
  },
  en: {
    title: "Has somebody lost all her devices?",
    lead: "She gets a link of her own and makes new keys. Everything else stays: her place, her shifts and her teams. The old keys end when you have compared digits.",
    whom: "Who?",
    choose: "Choose a colleague",
    first:
      "Call her on a number that you already have before you send the link. If she still has her recovery code on paper, this is not needed.",
    make: "Make a link for her",
    returns:
      "She is a member already, has lost her devices and comes back with new keys. Call a number that you already have.",
    same: "They are the same: give her back her place",
  },
});
