import type { JSX } from "preact";
import { siteMessages } from "../messages.ts";
import { phoneView } from "../phone.ts";
import type { FaceScene } from "../present.server.ts";
import type { FaceView } from "../views.ts";
import { Lang } from "./leads.server.tsx";
import { Ways } from "./parts.server.tsx";

interface AnytimeProps {
  readonly view: FaceView;
  readonly scene: FaceScene;
}

/** While nobody here can chat or be rung: who answers at any hour, and where to turn for a bed tonight. */
export function Anytime({ view, scene }: AnytimeProps): JSX.Element | null {
  const { language } = view;
  const isSomebodyThere = view.channels.some(
    ({ channel, state }) => (channel === "chat" || channel === "phone") && state.kind === "open",
  );
  if (isSomebodyThere) return null;
  const say = siteMessages[language];
  const [text, name, number] =
    view.face.kind === "ungdomsjour"
      ? [say.anytimeYoung, say.bris, "116 111"]
      : [say.anytimeWomen, say.nationalLine, "020-50 50 50"];
  const urgent = scene.leads?.[language].urgent;
  return (
    <section class="card anytime">
      <h2>{say.anytime}</h2>
      <p>{text}</p>
      <Ways ways={[{ name, phone: phoneView(number), url: null }]} />
      <p>{say.anytimeBed}</p>
      {urgent && (
        <p>
          <a class="back" href={urgent.href} lang={urgent.lang}>
            {urgent.title}
          </a>
          <Lang of={urgent} language={language} />
        </p>
      )}
    </section>
  );
}
