import { defineMessages } from "../ui/languages.ts";

/** Links that lead nowhere, and what to do about them. */
export const linkMessages = defineMessages({
  sv: {
    title: "Länkar",
    says: "Gå igenom alla texter och se vilka länkar som inte leder någonstans.",
    look: "Gå igenom länkarna",
    allWell: "Alla länkar inom webbplatsen leder rätt.",
    openText: "Öppna texten",
    outwardSays:
      "Länkar till andra webbplatser prövas bara när du ber om det. Då frågar jourens server varje adress en gång. Den talar inte om vem som frågar eller varför, men den andra webbplatsen ser serverns adress.",
    tryOut: (texts: number) => `Pröva länkarna i ${texts} texter`,
    trying: (done: number, of: number) => `Prövar text ${done} av ${of} …`,
    noOutward: "Ingen text leder till en annan webbplats.",
    outwardWell: (count: number) => `${count} länkar till andra webbplatser prövade: alla svarade.`,
    outwardFound: (bad: number, count: number) => `${bad} av ${count} länkar behöver ses över.`,
    gone: (address: string) => `${address} finns inte längre.`,
    moved: (address: string, to: string) => `${address} har flyttat till ${to}.`,
    unsure: (address: string) => `${address} svarar, men inte oss. Öppna den själv och se.`,
    silent: (address: string) => `${address} svarar inte. Pröva igen en annan dag.`,
    notPublic: (address: string) =>
      `${address} leder inte ut på det öppna nätet, eller inte med https.`,
  },
  en: {
    title: "Links",
    says: "Go through all texts and see which links lead nowhere.",
    look: "Go through the links",
    allWell: "All links within the site lead right.",
    openText: "Open the text",
    outwardSays:
      "Links to other sites are tried only when you ask for it. Then the centre's server asks each address once. It does not tell who asks or why, but the other site sees the server's address.",
    tryOut: (texts) => `Try the links in ${texts} texts`,
    trying: (done, of) => `Trying text ${done} of ${of} …`,
    noOutward: "No text leads to another site.",
    outwardWell: (count) => `${count} links to other sites were tried: all answered.`,
    outwardFound: (bad, count) => `${bad} of ${count} links need a look.`,
    gone: (address) => `${address} is no longer there.`,
    moved: (address, to) => `${address} has moved to ${to}.`,
    unsure: (address) => `${address} answers, but not to us. Open it yourself and see.`,
    silent: (address) => `${address} does not answer. Try again another day.`,
    notPublic: (address) => `${address} does not lead out to the open internet, or not by https.`,
  },
});
