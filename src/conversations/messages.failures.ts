import { defineMessages } from "../ui/languages.ts";

/** What happened, what was kept, what to do: one sentence or two for everything that can go wrong. */
export const failureMessages = defineMessages({
  sv: {
    offline: "Vi når inte servern. Se om du har nät, och försök igen. Inget har skickats.",
    busy: "Det är många just nu. Vänta lite och försök igen.",
    robot: "Uppgiften gick inte att lösa. Försök igen.",
    device: "Din webbläsare klarar inte den här chatten. Prova en annan, eller ring oss i stället.",
    ours: "Något gick fel hos oss. Inget har skickats. Försök igen, eller ring oss i stället.",
    unverified:
      "Någon ville komma in, men vi kunde inte bekräfta att den personen hör hit. Ingen släpptes in, och inget av det du skrivit lämnades ut.",
    unreadable:
      "Något kom som inte gick att läsa, så vi visar det inte. Be gärna om att få det en gång till.",
    forked:
      "Servern har inte visat er samma sak. Något kan saknas, eller stå i fel ordning. Fråga en gång till om det som är viktigt.",
    tooLong: "Det blev för långt för att skickas på en gång. Dela upp det.",
    nobody: "Ingen är här just nu, så det skickades inte. Texten är kvar.",
    unsent: "Det gick inte att skicka. Texten är kvar. Försök igen, eller avsluta.",
  },
  en: {
    offline:
      "We cannot reach the server. See whether you have a network, and try again. Nothing has been sent.",
    busy: "There are many just now. Wait a little while and try again.",
    robot: "The task against robots could not be solved. Try again.",
    device: "Your browser cannot manage this chat. Try another, or call us instead.",
    ours: "Something went wrong with us. Nothing has been sent. Try again, or call us instead.",
    unverified:
      "Somebody wanted to come in, but we could not confirm that she belongs here. Nobody was let in, and nothing you wrote was given away.",
    unreadable:
      "Something arrived that could not be read, so we don’t show it. Do ask to have it once more.",
    forked:
      "The server has not shown you both the same. Something may be missing, or stand in the wrong order. Ask once more about what matters.",
    tooLong: "It became too long to be sent at once. Divide it and it will work.",
    nobody: "Nobody is here just now, so it was not sent. The text is still in the box.",
    unsent: "It could not be sent. The text is still there. Try again, or end it and write again.",
  },
});
