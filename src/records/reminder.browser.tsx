import { useEffect } from "preact/hooks";
import type { RecordView } from "./contract.ts";
import { messages } from "./messages.mine.ts";
import { loadMine } from "./my-pledge.browser.tsx";
import { dayText, type PageProps } from "./parts.browser.tsx";
import { reminders } from "./reminders.browser.ts";

const LOOK_EVERY_MS = 10 * 60_000;

/** Above whatever room she is in: what must be done before her next shift, and what lapses soon. */
export function Reminder({ staff, language }: PageProps) {
  const t = messages[language];
  useEffect(() => {
    const look = (): void => void (staff.locked.value ?? loadMine(staff));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [staff]);
  const record = reminders(staff).value;
  const isThere = staff.room.value === "mine" && staff.pages.value["mine"] === "pledge";
  if (record === null || isThere) return null;
  const asksPledge = record.holds.includes("pledge-unsigned");
  const text = asksPledge ? t.noticePledge : otherText(record, language);
  if (text === null) return null;
  return (
    <div class="notice row">
      <p>{text}</p>
      <button type="button" class="button" onClick={() => staff.goTo("mine", "pledge")}>
        {asksPledge ? t.noticeGo : t.noticeRecord}
      </button>
    </div>
  );
}

/** Of a leave she need not be reminded: it is her own. */
function otherText({ holds, soon }: RecordView, language: PageProps["language"]): string | null {
  const t = messages[language];
  const missing = holds.filter((hold) => hold !== "on-leave").map((hold) => t[`hold-${hold}`]);
  if (missing.length > 0) return `${t.notReady} ${missing.join(", ")}.`;
  return soon === null ? null : t.soon(dayText(soon, language));
}
