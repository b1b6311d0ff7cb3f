import type { JSX } from "preact";
import { ByLetter } from "./between.browser.tsx";
import { Emergency, Phone, type Screen, WaysOn, words } from "./shell.browser.tsx";

/** Her place, honestly, and what she can do meanwhile. */
export function Waiting({ app }: Screen): JSX.Element {
  const say = words(app);
  const place = app.place.value;
  const isEmpty = place !== null && !place.open;
  return (
    <>
      <div class="place" role="status">
        <p class="place-number">
          {place === null
            ? say.placeUnknown
            : place.place <= 1
              ? say.first
              : say.place(place.place)}
        </p>
        {place !== null && !isEmpty && (
          <p>{place.estimate ? say.estimate(...place.estimate) : say.estimateUnknown}</p>
        )}
        {app.letGo.value && <p>{say.letGo}</p>}
        {isEmpty && <p>{say.wentHome}</p>}
      </div>
      {app.aside.value}
      {isEmpty ? (
        <>
          <ByLetter app={app} />
          <WaysOn app={app} />
        </>
      ) : (
        <Meanwhile app={app} />
      )}
    </>
  );
}

function Meanwhile({ app }: Screen): JSX.Element {
  const say = words(app);
  const { phone } = app.face;
  return (
    <section>
      <h2>{say.whileTitle}</h2>
      <ul class="while">
        <li>{say.whileWrite}</li>
        <li>{say.whileLook}</li>
        <li>
          {say.whileLetter} <ByLetter app={app} />
        </li>
        {phone && (
          <li>
            {say.whilePhone}
            <Phone phone={phone} />.
          </li>
        )}
        <li>
          {say.inDanger} <Emergency />.
        </li>
      </ul>
    </section>
  );
}
