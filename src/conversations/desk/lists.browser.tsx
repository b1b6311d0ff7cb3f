import type { ComponentChildren, JSX } from "preact";
import { clock } from "../../shifts/index.browser.ts";
import type { ColleagueView, WaitingView } from "../contract.ts";
import type { DeskTalk, Facts } from "./desk-talk.browser.ts";
import { useScreen } from "./screen.browser.ts";
import { lasting, useWords, type Words } from "./words.browser.ts";

/** Everything at the side: who asks, who waits, what is hers, who is here. */
export function Lists(): JSX.Element {
  return (
    <>
      <Waiting />
      <Mine />
      <Colleagues />
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

function List({ id, title, count, children }: ListProps) {
  return (
    <section class="room-list" aria-labelledby={id}>
      <h2 id={id}>
        {title} {count > 0 && <span class="room-count">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

function Waiting() {
  const words = useWords();
  const { room } = useScreen();
  const { waiting, waitingTotal = waiting.length } = room.room.value;
  const { t } = words;
  return (
    <List id="room-waiting" title={t.waiting} count={waitingTotal}>
      <p class="visually-hidden" role="status">
        {waitingTotal > 0 && t.waitingCount(waitingTotal)}
      </p>
      {waiting.length === 0 ? (
        <>
          <p>{t.waitingEmpty}</p>
          {room.talks.value.length === 0 && <p class="hint">{t.waitingEmptyHint}</p>}
        </>
      ) : (
        <ul class="room-rows">
          {waiting.map((one, at) => (
            <WaitingRow key={one.conversation} one={one} isFirst={at === 0} />
          ))}
        </ul>
      )}
      {room.full.value && waiting.length > 0 && <p class="hint">{t.full}</p>}
      {waitingTotal > waiting.length && (
        <p class="hint">{t.waitingMore(waitingTotal - waiting.length)}</p>
      )}
    </List>
  );
}

function WaitingRow({ one, isFirst }: { one: WaitingView; isFirst: boolean }) {
  const words = useWords();
  const { room, bell } = useScreen();
  const { t } = words;
  const id = `waits-${one.conversation}`;
  const isBusy = room.busy.value === one.conversation;
  const take = (): void => {
    bell.wake();
    void room.take(one);
  };
  return (
    <li class="room-row">
      <div id={id} class="room-row-text">
        <p>
          <strong>{lasting(clock.value - one.since, words)}</strong>
        </p>
        {one.again && <p>{t.again}</p>}
        <p class="hint">{factsText(one, words)}</p>
      </div>
      <button
        type="button"
        data-nav
        class={isFirst && !room.full.value ? "button button-lamp" : "button"}
        aria-describedby={id}
        disabled={room.full.value || room.busy.value !== null}
        onClick={take}
      >
        {isBusy ? t.taking : t.take}
      </button>
    </li>
  );
}

export const factsText = ({ door, language }: Facts, { t }: Words): string =>
  `${t[door]} · ${t[language]}`;

function Mine() {
  const { t } = useWords();
  const { room } = useScreen();
  const talks = room.talks.value;
  const elsewhere = room.elsewhere.value;
  return (
    <List id="room-mine" title={t.mine} count={talks.length}>
      {talks.length + elsewhere.length === 0 ? (
        <p class="hint">{t.mineEmpty}</p>
      ) : (
        <ul class="room-rows">
          {talks.map((talk) => (
            <TalkRow key={talk.facts.conversation} talk={talk} />
          ))}
          {elsewhere.map((mine) => (
            <ElsewhereRow key={mine.conversation} facts={mine} />
          ))}
        </ul>
      )}
    </List>
  );
}

function TalkRow({ talk }: { talk: DeskTalk }) {
  const words = useWords();
  const { room } = useScreen();
  const { t } = words;
  const { conversation } = talk.facts;
  const unread = talk.unread.value;
  const isCurrent = room.current.value === conversation;
  return (
    <li>
      <button
        type="button"
        data-nav
        data-talk={conversation}
        class={unread > 0 ? "room-talk room-talk-unread" : "room-talk"}
        aria-current={isCurrent ? "true" : undefined}
        aria-keyshortcuts={`Alt+${talk.number}`}
        onClick={() => room.show(conversation)}
      >
        <span class="room-number" aria-hidden="true">
          {talk.number}
        </span>
        <span class="room-row-text">
          <span class="visually-hidden">{t.conversation(talk.number)}: </span>
          <strong>{t[talk.facts.door]}</strong>
          <span class="hint">{stateText(talk, words)}</span>
        </span>
        {unread > 0 && (
          <span class="room-unread">
            <span aria-hidden="true">{t.unread(unread)}</span>
            <span class="visually-hidden">{t.unreadLong(unread)}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function stateText(talk: DeskTalk, words: Words): string {
  const { t } = words;
  if (talk.over.value) return talk.over.value.how === "left" ? t.isLeft : t.isOver;
  if (!talk.together.value) return t.opening;
  if (talk.awaySince.value !== null) return t.isAway;
  return `${t[talk.facts.language]} · ${lasting(clock.value - talk.facts.since, words)}`;
}

function ElsewhereRow({ facts }: { facts: Facts }) {
  const { t } = useWords();
  const { room } = useScreen();
  return (
    <li class="room-row">
      <div class="room-row-text">
        <p>
          <strong>{t[facts.door]}</strong>
        </p>
        <p class="hint">{t.elsewhereMine}</p>
      </div>
      <button
        type="button"
        data-nav
        class="button"
        disabled={room.busy.value !== null}
        onClick={() => void room.resume(facts)}
      >
        {t.resumeHere}
      </button>
    </li>
  );
}

function Colleagues() {
  const { t } = useWords();
  const { room } = useScreen();
  const colleagues = room.colleagues.value;
  return (
    <List id="room-colleagues" title={t.colleagues} count={colleagues.length}>
      {colleagues.length === 0 ? (
        <p class="hint">{t.colleaguesEmpty}</p>
      ) : (
        <ul class="room-colleagues">
          {colleagues.map((one) => (
            <Colleague key={one.duty} one={one} />
          ))}
        </ul>
      )}
    </List>
  );
}

function Colleague({ one }: { one: ColleagueView }) {
  const { t } = useWords();
  return (
    <li>
      <span>{one.alias}</span>
      <span class="hint">{one.load === 0 ? t.free : t.load(one.load, one.limit)}</span>
    </li>
  );
}
