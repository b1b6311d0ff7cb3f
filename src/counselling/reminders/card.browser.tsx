import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import { counsellingPaths as paths, type ReminderView } from "../contract.ts";
import { reminderMessages } from "../messages.reminders.ts";

interface CardProps {
  readonly staff: Staff;
  readonly language: Language;
}

/** Where she herself wants to be reminded of her talks. */
export function ReminderCard({ staff, language }: CardProps): JSX.Element | null {
  const t = reminderMessages[language];
  const [view, setView] = useState<ReminderView | null>(null);
  const [address, setAddress] = useState("");
  const [said, setSaid] = useState("");
  const look = async (): Promise<void> => {
    const found = await staff.api.post<ReminderView>(paths.reminder, {});
    if (!found.ok) return;
    setView(found.value);
    setAddress(found.value.address ?? "");
  };
  useEffect(() => void look(), []);
  const set = async (to: string | null): Promise<void> => {
    const done = await staff.api.post(paths.remind, { address: to });
    const isRefused = !done.ok && (done.code === "address-refused" || done.code === "bad-input");
    if (done.ok) setSaid(to === null ? t.removed : t.saved);
    else setSaid(isRefused ? t["address-refused"] : t.failed(done.code));
    if (done.ok) await look();
  };
  if (!view) return null;
  return (
    <section class="card stack" aria-labelledby="reminder-title">
      <h2 id="reminder-title">{t.title}</h2>
      <p>{t.says}</p>
      {!view.canSend && <p class="notice">{t.off}</p>}
      <div role="status">{said !== "" && <p class="notice">{said}</p>}</div>
      <Address {...{ language, address }} onAddress={setAddress} />
      <div class="row">
        <button type="button" class="button" onClick={() => void set(address.trim())}>
          {t.save}
        </button>
        {view.address !== null && (
          <button type="button" class="button button-quiet" onClick={() => void set(null)}>
            {t.remove}
          </button>
        )}
      </div>
    </section>
  );
}

interface AddressProps extends Pick<CardProps, "language"> {
  readonly address: string;
  readonly onAddress: (address: string) => void;
}

function Address({ language, address, onAddress }: AddressProps): JSX.Element {
  const t = reminderMessages[language];
  return (
    <label class="field">
      <span class="label">{t.address}</span>
      <span class="hint">{t.addressHint}</span>
      <input
        type="text"
        class="input"
        autocomplete="off"
        maxLength={254}
        value={address}
        onInput={({ currentTarget }) => onAddress(currentTarget.value)}
      />
    </label>
  );
}
