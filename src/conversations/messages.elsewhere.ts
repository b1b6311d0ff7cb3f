import type { Messages } from "../ui/languages.ts";

/** While she waits at a full jour. Shares no module with the page: it is fetched alone. */
const both = {
  sv: {
    title: "Andra jourer har öppet nu",
    says: "Just nu kan vi inte ta emot alla som väntar. Du har kvar din plats här så länge du väntar. Vill du hellre pröva en annan jour väljer du själv: de får inte veta att du har varit hos oss. När du följer länken lämnar du kön här.",
  },
  en: {
    title: "Other centres are open now",
    says: "Just now we cannot receive everybody who waits. You keep your place here as long as you wait. If you would rather try another centre, that is for you to choose: they are not told that you have been with us. When you follow the link you leave the queue here.",
  },
};
export const elsewhereMessages: Messages<(typeof both)["sv"]> = both;
