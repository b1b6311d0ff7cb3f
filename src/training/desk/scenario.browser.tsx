import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { RehearsalRoom } from "../../conversations/index.browser.ts";
import type { Scenario } from "../contract.ts";
import { trainingMessages } from "../messages.ts";
import type { TrainingPart } from "./mine.browser.tsx";

type ScenarioProps = TrainingPart & { readonly scenario: Scenario; readonly onDone: () => void };

/** A conversation to try out, and what to think of afterwards. */
export function ScenarioStep(props: ScenarioProps): JSX.Element {
  const { app, language, scenario, onDone } = props;
  const t = trainingMessages[language];
  const round = useSignal(0);
  const isDone = useSignal(false);
  const { staff } = app;
  return (
    <div class="stack">
      <h2>{scenario.title}</h2>
      <p>{scenario.lead}</p>
      {round.value > 0 && (
        <RehearsalRoom
          key={round.value}
          script={scenario}
          alias={staff.me.value?.name ?? ""}
          lock={() => staff.lock("asked")}
          language={language}
          onDone={() => {
            isDone.value = true;
            onDone();
          }}
        />
      )}
      {(round.value === 0 || isDone.value) && (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => {
              isDone.value = false;
              round.value++;
            }}
          >
            {round.value === 0 ? t.startScenario : t.againScenario}
          </button>
        </div>
      )}
      {isDone.value && <Reflect {...props} />}
    </div>
  );
}

function Reflect({ scenario, language }: ScenarioProps): JSX.Element | null {
  const t = trainingMessages[language];
  if (scenario.reflect.length === 0) return null;
  return (
    <div class="card stack">
      <h3>{t.reflect}</h3>
      <p class="hint">{t.reflectHint}</p>
      <ul>
        {scenario.reflect.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
