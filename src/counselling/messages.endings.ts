import { defineMessages } from "../ui/languages.ts";

/** What a supporter is told when there is nobody to come along with any more. */
export const endingMessages = defineMessages({
  sv: {
    over: "Uppdraget är inställt",
    overAsked: "Frågan gäller inte längre",
    deletedYes:
      "Hon som du skulle följa med har tagit bort allt. Har ni inte redan setts behöver du inte komma. Ingenting av det som skrevs finns kvar.",
    deletedAsked:
      "Hon som behövde en stödperson har tagit bort allt. Du behöver inte svara. Ingenting av det som skrevs finns kvar.",
    expiredYes:
      "Hennes brevlåda har gått ut, och allt i den är borta. Har ni inte redan setts: fråga samtalsmottagningen.",
    expiredAsked: "Hennes brevlåda har gått ut, och allt i den är borta. Du behöver inte svara.",
    seenIt: "Jag har läst det",
  },
  en: {
    over: "The visit is called off",
    overAsked: "The question does not hold any more",
    deletedYes:
      "She whom you were to come along with has deleted everything. If you have not met yet, you need not come. Nothing of what was written is left.",
    deletedAsked:
      "She who needed a supporter has deleted everything. You need not answer. Nothing of what was written is left.",
    expiredYes:
      "Her mailbox has expired, and everything in it is gone. If you have not met yet: ask the counselling service.",
    expiredAsked: "Her mailbox has expired, and everything in it is gone. You need not answer.",
    seenIt: "I have read it",
  },
});
