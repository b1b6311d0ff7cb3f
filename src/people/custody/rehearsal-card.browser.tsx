import { useSignal } from "@preact/signals";
import { ok } from "../../platform/result.ts";
import type { Language } from "../../ui/languages.ts";
import { faultText } from "../faults.ts";
import { StepTitle, useWork } from "../parts.browser.tsx";
import { Digits } from "../waiting-screen.browser.tsx";
import type { CustodyProps } from "./custody-page.browser.tsx";
import { messages } from "./messages.rehearsal.ts";
import { Rehearsal, type Scene } from "./rehearsal.ts";

/** The drill: anybody may play it, as often as she likes. */
export function RehearsalCard({ staff, language }: CustodyProps) {
  const t = messages[language];
  const practice = useSignal<Rehearsal | null>(null);
  const scene = useSignal<Scene | null>(null);
  const work = useWork();
  const begin = (): void =>
    void work.run(async () => {
      practice.value = await Rehearsal.begin(staff.suite, Date.now());
      scene.value = practice.value.scene;
      return ok();
    });
  const next = (same?: boolean): void =>
    void work.run(async () => {
      scene.value = (await practice.value?.next(same)) ?? null;
      return ok();
    });
  const stop = (): void => {
    practice.value = null;
    scene.value = null;
  };
  return (
    <section class="card stack" aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">{t.title}</h2>
      {scene.value ? (
        <>
          <Act key={scene.value.step} language={language} scene={scene.value} next={next} />
          <div class="row">
            {scene.value.step === "done" && <Plain text={t.again} onPress={begin} />}
            <Plain text={t.stop} onPress={stop} />
          </div>
        </>
      ) : (
        <>
          <p class="soft">{t.lead}</p>
          <div class="row">
            <Plain text={t.start} onPress={begin} />
          </div>
        </>
      )}
    </section>
  );
}

function Plain({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button type="button" class="button" onClick={onPress}>
      {text}
    </button>
  );
}

interface ActProps {
  readonly language: Language;
  readonly scene: Scene;
  readonly next: (same?: boolean) => void;
}

function Act({ language, scene, next }: ActProps) {
  const t = messages[language];
  const { step, holders, entries, mine, hers, refused } = scene;
  return (
    <div class="stack desk-drill">
      <StepTitle level={3}>{t.badge}</StepTitle>
      <p>{t[step]}</p>
      {refused && <p class="notice notice-danger">{faultText(refused, language)}</p>}
      {mine && hers && (
        <>
          <p class="label">{t.mine}</p>
          <Digits groups={mine} label={t.mine} />
          <p class="label">{t.hers}</p>
          <Digits groups={hers} label={t.hers} />
        </>
      )}
      <p class="soft small">{t.holders(t.list(holders.map((one) => t[one])), entries)}</p>
      <Buttons language={language} scene={scene} next={next} />
    </div>
  );
}

function Buttons({ language, scene, next }: ActProps) {
  const t = messages[language];
  if (scene.step === "done") return null;
  if (scene.mine === undefined)
    return (
      <div class="row">
        <button type="button" class="button button-lamp" onClick={() => next()}>
          {t.next}
        </button>
      </div>
    );
  return (
    <div class="row">
      <button type="button" class="button button-lamp" onClick={() => next(true)}>
        {t.same}
      </button>
      <button type="button" class="button" onClick={() => next(false)}>
        {t.differ}
      </button>
    </div>
  );
}
