import type { JSX } from "preact";
import { Emergency, Phone, type Screen, WaysOn, words } from "./shell.browser.tsx";

/** Her place, honestly, and what she can do meanwhile. */
export function Waiting({ app }: Screen): JSX.Element {
  const say = words(app);
  const { phone } = app.face;
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
      {isEmpty ? (
        <WaysOn app={app} />
      ) : (
        <section>
          <h2>{say.whileTitle}</h2>
          <ul class="while">
            <li>{say.whileWrite}</li>
            <li>{say.whileLook}</li>
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
      )}
    </>
  );
}
