import type { JSX } from "preact";
import { beforeMessages } from "../messages.before.ts";
import { GoodToKnow } from "./good-to-know.browser.tsx";
import { Emergency, Page, type Screen, Title, words } from "./shell.browser.tsx";

/** In plain words, short, with more to unfold; all of it can be skipped. */
export function Before({ app }: Screen): JSX.Element {
  const say = beforeMessages[app.face.language];
  const { waiting, estimate } = app.status.value;
  const start = (
    <button
      type="button"
      class="button button-lamp start"
      onPointerDown={() => app.getReady()}
      onClick={() => void app.knock()}
    >
      {say.start}
    </button>
  );
  return (
    <Page>
      <Title>{say.title}</Title>
      <p class="lead">{say.lead}</p>
      <p class="row">
        <span class="pill-open">{say.openNow}</span>
        <span class="soft">
          {waiting === 0 ? say.nobodyWaits : waiting === 1 ? say.oneWaits : say.manyWait(waiting)}{" "}
          {estimate && waiting > 0 && words(app).estimate(...estimate)}
        </span>
      </p>
      {start}
      <p class="notice notice-danger">
        {say.dangerBefore}
        <Emergency />
        {say.dangerAfter}
      </p>
      <GoodToKnow app={app} />
      {start}
    </Page>
  );
}
