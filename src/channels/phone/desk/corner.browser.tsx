import { useSignal } from "@preact/signals";
import type { Language } from "../../../ui/languages.ts";
import { dutyMessages } from "../messages.duty.ts";
import { NumberField } from "./going-on.browser.tsx";
import { faultText, type PhoneDesk, useKnown } from "./phone-desk.browser.ts";
import { CountCall } from "./count.browser.tsx";

interface CornerProps {
  readonly phone: PhoneDesk;
  readonly language: Language;
  readonly face: string;
}

/** The telephone beside her conversations; nothing where the face's telephone is not connected. */
export function PhoneCorner({ phone, language, face }: CornerProps) {
  useKnown(phone);
  const t = dutyMessages[language];
  const fault = phone.fault.value;
  if (!phone.isConnected(face)) return null;
  return (
    <section class="room-list phone-corner" aria-labelledby="room-phone">
      <h2 id="room-phone">{t.title}</h2>
      {phone.mine.value?.phone ? (
        <Taken phone={phone} language={language} />
      ) : (
        <Take phone={phone} language={language} />
      )}
      <CountCall phone={phone} language={language} face={face} />
      <div role="alert">
        {fault !== null && <p class="notice notice-danger">{faultText(fault, language)}</p>}
      </div>
    </section>
  );
}

type PartProps = Omit<CornerProps, "face">;

function Taken({ phone, language }: PartProps) {
  const t = dutyMessages[language];
  const { ending = "", inCall = false } = phone.mine.value?.phone ?? {};
  return (
    <>
      <p role="status">{inCall ? t.notRings(ending) : t.rings(ending)}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={phone.busy.value}
          onClick={() => void phone.inCall(!inCall)}
        >
          {inCall ? t.outOfCall : t.inCall}
        </button>
        <button
          type="button"
          class="button button-quiet"
          disabled={phone.busy.value}
          onClick={() => void phone.release()}
        >
          {t.release}
        </button>
      </div>
    </>
  );
}

function Take({ phone, language }: PartProps) {
  const t = dutyMessages[language];
  const asks = useSignal(false);
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    void phone.take(String(new FormData(event.currentTarget).get("phone-number")));
  };
  if (!asks.value)
    return (
      <>
        <p class="hint">{t.none}</p>
        <button type="button" class="button phone-take" onClick={() => void (asks.value = true)}>
          {t.take}
        </button>
      </>
    );
  return (
    <form class="stack" autocomplete="off" onSubmit={submit}>
      <NumberField language={language} />
      <div class="row">
        <button class="button" disabled={phone.busy.value}>
          {phone.busy.value ? t.taking : t.take}
        </button>
        <button type="button" class="button button-quiet" onClick={() => void (asks.value = false)}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
