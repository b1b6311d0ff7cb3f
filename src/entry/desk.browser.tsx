import { MailCard } from "../channels/mail/index.browser.ts";
import { phoneAtDesk, PhoneSettings } from "../channels/phone/index.browser.ts";
import { Room } from "../conversations/index.browser.ts";
import { CounsellingRoom } from "../counselling/index.browser.ts";
import { InboxRoom, LetterSettings } from "../letters/index.browser.ts";
import { startDesk } from "../people/index.browser.ts";
import { Settings } from "../site/index.browser.ts";

const root = document.getElementById("app");
if (root)
  startDesk(root, {
    shift: (staff, language) => (
      <Room staff={staff} language={language} phone={phoneAtDesk(staff.api, language)} />
    ),
    inbox: (staff, language) => <InboxRoom staff={staff} language={language} />,
    talks: (staff, language) => <CounsellingRoom staff={staff} language={language} />,
    settings: (staff, language) => (
      <>
        <Settings api={staff.api} language={language} />
        <LetterSettings api={staff.api} language={language} />
        <MailCard staff={staff} language={language} />
        <PhoneSettings api={staff.api} language={language} />
      </>
    ),
  });
