import type { ComponentChildren, JSX } from "preact";
import { beforeMessages } from "../messages.before.ts";
import { browserKind, type BrowserKind } from "./browser-kind.ts";
import { Emergency, type Screen } from "./shell.browser.tsx";

type Words = (typeof beforeMessages)["sv"];

const privateWindow: Readonly<Record<BrowserKind, keyof Words & `private${string}`>> = {
  chrome: "privateChrome",
  "chrome-phone": "privateChromePhone",
  edge: "privateEdge",
  "edge-phone": "privateEdgePhone",
  firefox: "privateFirefox",
  "firefox-phone": "privateFirefoxPhone",
  safari: "privateSafari",
  "safari-phone": "privateSafariPhone",
  samsung: "privateSamsung",
  other: "privateOther",
};

interface Folded {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Folded({ title, children }: Folded): JSX.Element {
  return (
    <details class="folded">
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}

/** Paragraphs that a coordinator wrote, with an empty line between them. */
const Written = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {text.split(/\n\s*\n/).map((part) => (
      <p key={part}>{part}</p>
    ))}
  </>
);

export function GoodToKnow({ app }: Screen): JSX.Element {
  const { language, before, policy } = app.face;
  const say = beforeMessages[language];
  return (
    <section class="stack" aria-labelledby="good-to-know">
      <div>
        <h2 id="good-to-know">{say.goodToKnow}</h2>
        <p class="soft">{say.goodToKnowHint}</p>
      </div>
      <div class="foldeds">
        <SeenByOthers say={say} />
        <Folded title={say.suicide}>
          <p>{say.suicide1}</p>
          <p>
            {say.suicide2Before}
            <Emergency />
            {say.suicide2Middle}
            <a class="number" href="tel:90101">
              90101
            </a>
            {say.suicide2After}
          </p>
        </Folded>
        <Folded title={say.who}>
          <Written text={policy.answers} />
        </Folded>
        <Folded title={say.pledge}>
          <Written text={before.pledge} />
        </Folded>
        {before.questions.map(({ question, answer }) => (
          <Folded key={question} title={question}>
            <Written text={answer} />
          </Folded>
        ))}
        <KeptAndHidden app={app} say={say} />
      </div>
    </section>
  );
}

function SeenByOthers({ say }: { readonly say: Words }): JSX.Element {
  // Told by the browser's own name, here in the page; nothing of it is sent.
  const kind = browserKind(navigator.userAgent, navigator.maxTouchPoints);
  return (
    <Folded title={say.seen}>
      <p>{say.seen1}</p>
      <p>{say.seen2}</p>
      <p>
        <strong>{say[privateWindow[kind]]}</strong>
      </p>
      <p>
        {say.seenAddress} <strong class="address">{location.host}</strong>
      </p>
      <p>{say.seen3}</p>
    </Folded>
  );
}

function KeptAndHidden({ app, say }: Screen & { readonly say: Words }): JSX.Element {
  const minutes = app.grace.value;
  return (
    <>
      <Folded title={say.kept}>
        <ul class="stack">
          <li>{say.kept1}</li>
          <li>{say.kept2}</li>
          <li>{say.kept3(minutes)}</li>
          <li>{say.kept4}</li>
          <li>{say.kept5}</li>
        </ul>
      </Folded>
      <Folded title={say.hidden}>
        <ul class="stack">
          <li>{say.hidden1(location.hostname)}</li>
          <li>{say.hidden2}</li>
          <li>{say.hidden3}</li>
          <li>{say.hidden4}</li>
          <li>{say.hidden5}</li>
        </ul>
      </Folded>
      <Folded title={say.leaving}>
        <p>{say.leaving1}</p>
        <p>{say.leaving2}</p>
      </Folded>
      <Folded title={say.phone}>
        <p>{say.phone1(minutes)}</p>
        <p>{say.phone2}</p>
      </Folded>
    </>
  );
}
