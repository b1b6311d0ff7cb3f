import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { lookAtCustody } from "./custody.browser.ts";
import type { CustodyProps } from "./custody-page.browser.tsx";
import { messages } from "./messages.custody.ts";

const LOOK_EVERY_MS = 60_000;
const WEEKS_2_MS = 14 * 24 * 3_600_000;

interface News {
  readonly sign: boolean;
  readonly due: boolean;
  readonly rekeyed: readonly { readonly name: string; readonly on: string }[];
}
const NONE: News = { sign: false, due: false, rekeyed: [] };

/** On every page of the desk: that her signature is waited for, and which colleague has new keys. */
export function CustodyNotice({ staff, language }: CustodyProps) {
  const t = messages[language];
  const news = useSignal<News>(NONE);
  const look = async (): Promise<void> => {
    if (staff.locked.value !== null || !staff.me.value) return;
    const seen = await lookAtCustody(staff).catch(() => undefined);
    if (!seen?.ok) return;
    const { waiting, due, isCustodian, root, rekeyed } = seen.value;
    const isDue = isCustodian && root.m > 1 && due.length > 0;
    news.value = { sign: waiting.some(({ iMay }) => iMay), due: isDue, rekeyed };
  };
  // Whoever goes to another room looks up; the rest of the time once a minute is enough.
  useEffect(() => void look(), [staff.room.value]);
  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const { sign, due, rekeyed } = news.value;
  const fresh = rekeyed.filter(({ on }) => Date.now() - Date.parse(on) < WEEKS_2_MS);
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
  return (
    <div role="status">
      {sign ? <p class="notice">{t.noticeSign}</p> : due && <p class="notice">{t.noticeDue}</p>}
      {fresh.map(({ name, on }) => (
        <p class="notice" key={name}>
          {t.noticeRekeyed(name, day.format(new Date(on)))}
        </p>
      ))}
    </div>
  );
}
