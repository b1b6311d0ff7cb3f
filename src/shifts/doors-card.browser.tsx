import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { formatTime, type Language } from "../ui/languages.ts";
import { DoorSettings } from "./door-settings.browser.tsx";
import { type DoorPart, DoorsApp } from "./doors-app.browser.ts";
import type { FaceDoor } from "./contract.ts";
import type { DeskApi } from "./duty.browser.ts";
import { doorMessages } from "./messages.doors.ts";

interface CardProps {
  readonly api: DeskApi;
  readonly language: Language;
  readonly isCoordinator: boolean;
}

const LATER = [15, 30, 45, 60, 90, 120];

/** For whoever is on call, for coordinators and those on duty; to everybody else it is not there. */
export function DoorsCard({ api, language, isCoordinator }: CardProps): JSX.Element | null {
  const app = useMemo(() => new DoorsApp(api), [api]);
  const t = doorMessages[language];
  useEffect(() => app.watch(), [app]);
  const view = app.view.value;
  if (!view) return null;
  return (
    <section class="desk-page doors stack" aria-labelledby="doors-title">
      <h2 id="doors-title">{t.title}</h2>
      <p class="soft small">{t.lead}</p>
      <div role="status">
        {app.said.value && (
          <p class={app.said.value === "failed" ? "notice notice-danger" : "notice"}>
            {t[app.said.value]}
          </p>
        )}
      </div>
      {view.doors.map((door) => (
        <article class="card stack" key={door.face} aria-label={door.name}>
          <State app={app} language={language} door={door} />
          {view.mayTurn ? (
            <>
              <Turn app={app} language={language} door={door} />
              <Help app={app} language={language} door={door} doors={view.doors} />
            </>
          ) : (
            <button type="button" class="button" onClick={() => void app.call(door.face)}>
              {t.call}
            </button>
          )}
          {isCoordinator && <DoorSettings app={app} language={language} door={door} />}
        </article>
      ))}
    </section>
  );
}

function State({ language, door }: DoorPart): JSX.Element {
  const t = doorMessages[language];
  const at = (moment: number): string => formatTime(moment, language);
  return (
    <>
      <h3 class="row">
        {door.name}
        <span class={door.open ? "pill-open" : "pill-closed"}>{door.open ? t.open : t.closed}</span>
      </h3>
      <p>
        {t[door.why]} {t.present(door.present, door.needed)}.{" "}
        {t.waiting(door.waiting, door.longestMinutes)}
      </p>
      {door.opensAt !== null && <p>{t.opensAt(at(door.opensAt))}</p>}
      {door.endsAt !== null && <p class="soft">{t.endsAt(at(door.endsAt))}</p>}
      {door.calledAt !== null && <p class="notice">{t.called(at(door.calledAt))}</p>}
    </>
  );
}

function Turn({ app, language, door }: DoorPart): JSX.Element {
  const t = doorMessages[language];
  const isByHand = door.why === "by-hand";
  return (
    <>
      <div class="row">
        {!door.open && (
          <button type="button" class="button" onClick={() => void app.turn(door.face, "open")}>
            {t.openNow} <span class="visually-hidden">{door.name}</span>
          </button>
        )}
        {(door.open || !isByHand) && (
          <button type="button" class="button" onClick={() => void app.turn(door.face, "closed")}>
            {t.closeNow} <span class="visually-hidden">{door.name}</span>
          </button>
        )}
        {isByHand && (
          <button type="button" class="button" onClick={() => void app.turn(door.face, null)}>
            {t.follow} <span class="visually-hidden">{door.name}</span>
          </button>
        )}
      </div>
      <p class="hint">{t.closeSays}</p>
      <Later app={app} language={language} door={door} />
    </>
  );
}

/** Who waits here may go to where somebody is; who is in reserve may come. */
function Help({
  app,
  language,
  door,
  doors,
}: DoorPart & { readonly doors: readonly FaceDoor[] }): JSX.Element | null {
  const t = doorMessages[language];
  const others = doors.filter((one) => one.face !== door.face && one.open);
  if (door.waiting === 0) return null;
  return (
    <>
      <div class="row">
        {others.map((one) => (
          <button
            type="button"
            class="button"
            key={one.face}
            onClick={() => void app.move(door.face, one.face)}
          >
            {t.askMove(one.name)}
          </button>
        ))}
        <button type="button" class="button" onClick={() => void app.reserves(door.face)}>
          {t.reserves} <span class="visually-hidden">{door.name}</span>
        </button>
      </div>
      {others.length > 0 && <p class="hint">{t.askMoveSays}</p>}
    </>
  );
}

function Later({ app, language, door }: DoorPart): JSX.Element {
  const t = doorMessages[language];
  const minutes = useSignal(30);
  if (door.opensAt !== null)
    return (
      <button type="button" class="button" onClick={() => void app.announce(door.face, null)}>
        {t.takeBack}
      </button>
    );
  return (
    <div class="row">
      <label class="row">
        {t.later}
        <select
          class="input doors-later"
          value={String(minutes.value)}
          onChange={({ currentTarget }) => (minutes.value = Number(currentTarget.value))}
        >
          {LATER.map((one) => (
            <option key={one} value={String(one)}>
              {t.laterMinutes(one)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        onClick={() => void app.announce(door.face, minutes.value)}
      >
        {t.announce}
      </button>
    </div>
  );
}
