import type { RoundWords } from "../recruitment/index.ts";

export const demoMeeting = { place: "Medborgarhuset, sal 2" };

export const demoRound: RoundWords = {
  title: { sv: "Bli volontär hos oss", en: "Volunteer with us" },
  text: {
    sv: `Vi söker dig som vill lyssna. Som volontär svarar du i chatt, brev och telefon, alltid på ett pass tillsammans med någon som har gjort det förr.

Du behöver ingen särskild utbildning. Du får en grundutbildning av oss, handledning varje månad och någon att ringa efter ett tungt samtal.

Räkna med minst ett pass i månaden, kvällar och någon lördag, i ett år eller mer.`,
    en: `We are looking for you who want to listen. As a volunteer you answer in chat, letters and on the telephone, always on a shift together with somebody who has done it before.

You need no special education. You get a basic training from us, supervision every month and somebody to call after a heavy conversation.

Count on at least one shift a month, evenings and a Saturday now and then, for a year or more.`,
  },
};
