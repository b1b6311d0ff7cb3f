import { useSignal } from "@preact/signals";
import { type NewAddress, phonePaths } from "../contract.ts";
import { lineMessages } from "../messages.settings.ts";
import type { PartProps } from "./settings.browser.tsx";

/** The address that the operator calls: shown once, with what to do with it. */
export function AddressCard({ api, language, view, busy, run }: PartProps) {
  const t = lineMessages[language];
  const shown = useSignal<string | null>(null);
  const hasOne = view.line?.hasSecret ?? false;
  const make = (): Promise<boolean> =>
    run(async () => {
      const answer = await api.post<NewAddress>(phonePaths.secret(view.face), {});
      if (answer.ok) shown.value = answer.value.address;
      return answer;
    });
  return (
    <section class="set-item stack" aria-label={t.address}>
      <h4>{t.address}</h4>
      <p class="hint">{t.addressHint}</p>
      {shown.value === null ? (
        !hasOne && <p>{t.addressNone}</p>
      ) : (
        <div class="stack" role="status">
          <p>{t.addressOnce}</p>
          <p class="desk-secret">{shown.value}</p>
        </div>
      )}
      {(shown.value !== null || hasOne) && (
        <>
          <h5>{t.steps}</h5>
          <ol class="desk-steps">
            {[t.step1, t.step2, t.step3, t.step4].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      <div class="stack">
        <button type="button" class="button set-add" disabled={busy} onClick={() => void make()}>
          {hasOne ? t.renewAddress : t.newAddress}
        </button>
        {hasOne && <p class="hint">{t.renewHint}</p>}
      </div>
    </section>
  );
}
