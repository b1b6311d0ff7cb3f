import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { OtherJour, PhoneView } from "../../site/index.ts";
import { contactMessages } from "../messages.contact.ts";
import type { ContactApp } from "./contact-app.browser.ts";

export interface Screen {
  readonly app: ContactApp;
}

export const words = (app: ContactApp) => contactMessages[app.face.language];

/** A screen's heading takes the focus when the screen comes, so that a screen reader begins there. */
export function Title({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

export function Phone({ phone }: { readonly phone: PhoneView }): JSX.Element {
  return (
    <a class="number" href={phone.href}>
      {phone.shown}
    </a>
  );
}

export const Emergency = (): JSX.Element => (
  <a class="number" href="tel:112">
    112
  </a>
);

/** One column in the middle; the way out stands over it. */
export function Page({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <main class="page stack">{children}</main>;
}

/** The ways that do not need this chat. Never a dead end. */
export function WaysOn({ app }: Screen): JSX.Element {
  const say = words(app);
  const { phone, channels, otherJours } = app.face;
  const hours = channels.find((one) => one.channel === "phone");
  return (
    <ul class="ways">
      {phone && (
        <li>
          <span>{say.callUs}</span>
          <Phone phone={phone} />
          {hours && <span class="soft small">{hours.says}</span>}
        </li>
      )}
      {otherJours
        .filter(({ doors }) => doors.includes(app.door.door))
        .map((jour) => (
          <Other key={jour.url} jour={jour} />
        ))}
      <li>
        <span>{say.inDanger}</span>
        <Emergency />
      </li>
    </ul>
  );
}

function Other({ jour }: { readonly jour: OtherJour }): JSX.Element {
  return (
    <li>
      <a href={jour.url} rel="noreferrer">
        {jour.name}
      </a>
      {jour.phone && <Phone phone={jour.phone} />}
      {jour.hint && <span class="soft small">{jour.hint}</span>}
    </li>
  );
}
