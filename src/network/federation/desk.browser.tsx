import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { plain } from "../directory/match.ts";
import {
  type FederationMember,
  federationPaths as paths,
  type FederationView,
  type Guest,
} from "./contract.ts";
import { federationMessages } from "./messages.ts";
import { dayInWords, type DeskPart, type Look, LookFrame, useLook } from "./parts.browser.tsx";

/** The federation's page of who is in the directory. */
export function MembersOfNetwork(part: DeskPart): JSX.Element {
  const { language } = part;
  const t = federationMessages[language];
  const look = useLook<FederationView>(part, paths.members);
  return (
    <LookFrame {...{ look, language }} title={t.members} lead={t.membersLead}>
      {(view) => (
        <>
          <Rule view={view} look={look} language={language} />
          <Lists view={view} look={look} language={language} />
        </>
      )}
    </LookFrame>
  );
}

/** There may be seventy: they are searched by some letters of a name, a town or an address. */
function Lists({ view, look, language }: Part & { readonly view: FederationView }): JSX.Element {
  const t = federationMessages[language];
  const id = useId();
  const written = useSignal("");
  const words = plain(written.value.trim());
  const members = view.members.filter(({ name, host }) => plain(`${name} ${host}`).includes(words));
  const guests = view.guests.filter(({ name, place, url }) =>
    plain(`${name} ${place} ${url}`).includes(words),
  );
  return (
    <>
      <div class="field">
        <label for={id}>{t.search}</label>
        <input
          id={id}
          class="input"
          type="search"
          autocomplete="off"
          value={written.value}
          onInput={({ currentTarget }) => (written.value = currentTarget.value)}
        />
      </div>
      <p class="hint" role="status">
        {words !== "" && t.found(members.length + guests.length)}
      </p>
      {view.members.length === 0 && <p class="notice">{t.noMembers}</p>}
      <ul class="network-rows">
        {members.map((member) => (
          <Member key={member.host} {...{ member, look, language }} />
        ))}
      </ul>
      <h2>{t.guests}</h2>
      <p class="soft">{view.guests.length === 0 ? t.noGuests : t.guestsSays}</p>
      <ul class="network-rows">
        {guests.map((guest) => (
          <GuestRow key={guest.id} {...{ guest, look, language }} />
        ))}
      </ul>
    </>
  );
}

interface Part {
  readonly look: Look<FederationView>;
  readonly language: Language;
}

function Rule({ view, look, language }: Part & { readonly view: FederationView }): JSX.Element {
  const t = federationMessages[language];
  return (
    <div class="card">
      <label class="check">
        <input
          type="checkbox"
          checked={view.approval}
          onChange={({ currentTarget }) =>
            void look.act(paths.rule, { approval: currentTarget.checked }, t.saved)
          }
        />
        {t.rule}
      </label>
      <p class="hint">{t.ruleSays}</p>
    </div>
  );
}

function Member({ member, look, language }: Part & { readonly member: FederationMember }) {
  const t = federationMessages[language];
  const { name, host, approvedOn } = member;
  const isApproved = approvedOn !== null;
  const turn = (): void => void look.act(paths.approve, { host, approved: !isApproved }, t.saved);
  return (
    <li class="card stack">
      <div>
        <strong>{name}</strong> <span class="soft small">{host}</span>
        <p class={isApproved ? "small" : "small soft"}>
          {isApproved ? t.approvedOn(dayInWords(approvedOn, language)) : t.notApproved}
        </p>
      </div>
      <div>
        <button type="button" class="button" onClick={turn}>
          {isApproved ? t.disapprove : t.approve} <span class="visually-hidden">{name}</span>
        </button>
      </div>
    </li>
  );
}

/** Asked twice: it stands in the directory no more. */
function GuestRow({ guest, look, language }: Part & { readonly guest: Guest }): JSX.Element {
  const t = federationMessages[language];
  const asked = useSignal(false);
  const { id, name, place, url, source, since } = guest;
  const day = dayInWords(since, language);
  return (
    <li class="card stack">
      <div>
        <strong>{name}</strong>
        <p class="soft small">
          {[place, new URL(url).hostname].filter((part) => part !== "").join(" · ")}
        </p>
        <p class="soft small">{source === "hsds" ? t.fromFile(day) : t.fromApplication(day)}</p>
      </div>
      <div class="row">
        {asked.value ? (
          <>
            <button
              type="button"
              class="button button-danger"
              onClick={() => void look.act(paths.takeOff, { id }, t.saved)}
            >
              {t.sure} <span class="visually-hidden">{name}</span>
            </button>
            <button type="button" class="button button-quiet" onClick={() => (asked.value = false)}>
              {t.cancel}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={() => (asked.value = true)}>
            {t.takeOff} <span class="visually-hidden">{name}</span>
          </button>
        )}
      </div>
    </li>
  );
}
