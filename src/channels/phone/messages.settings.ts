import { defineMessages } from "../../ui/languages.ts";

/** The telephone in the coordinators' settings. */
export const lineMessages = defineMessages({
  sv: {
    title: "Telefonen",
    lead: "Kopplas jourens nummer hit ringer det hos den som är i tjänst och har tagit telefonen. Sidan visar då telefonen som öppen när någon svarar. Utan koppling gäller öppettiderna, som förut.",
    loading: "Hämtar telefonens inställningar …",
    failed: "Telefonens inställningar kunde inte hämtas. Inget är ändrat.",
    again: "Försök igen",
    number: "Numret hos operatören",
    numberHint:
      "Det som ska ringa hos den som är i tjänst, och som visas på hennes skärm. Operatören är 46elks. Ett mobilnummer där kan bara kopplas vidare till mobiler.",
    mode: "När någon ringer",
    "one-by-one": "ring en i taget",
    all: "ring alla på en gång",
    first: "Vem ringer det hos först?",
    "longest-on-duty": "den som tog telefonen först",
    "in-turn": "turas om",
    seconds: "Hur många sekunder hos var och en?",
    secondsHint:
      "10 till 60. Ett mobilsvar som hinner svara tar samtalet: välj kortare tid, eller stäng av det under passet.",
    connect: "Börja koppla telefonen",
    save: "Spara",
    saving: "Sparar …",
    saved: "Sparat.",
    state: "Läget",
    workedToday: "Operatören har nått oss i dag.",
    workedEarlier: "Operatören har nått oss, men inte i dag.",
    workedNever:
      "Operatören har inte nått oss än. Tills dess gäller öppettiderna på sidan. Ring ett provsamtal.",
    address: "Adressen till operatören",
    addressHint:
      "Den som har adressen kan se vilka nummer som är i tjänst. Visa den för ingen annan.",
    addressNone: "Det finns ingen adress än.",
    newAddress: "Gör en adress",
    renewAddress: "Gör en ny adress",
    renewHint: "Den gamla slutar gälla genast.",
    addressOnce: "Adressen visas bara nu. Kopiera den:",
    steps: "Gör så här",
    step1: "Logga in hos 46elks och öppna numret.",
    step2: "Klistra in adressen i fältet voice_start och spara.",
    step3:
      "Gå i tjänst, ta telefonen med din egen mobil, och ring jourens nummer från en annan telefon.",
    step4:
      "På din mobil ska jourens nummer stå. Här ska det stå att operatören har nått oss i dag.",
    recordings: "Det som hörs när ingen svarar",
    recordingsHint:
      "Spela gärna in med er egen röst: när ni har öppet, 112 i fara, och att man kan skriva brev. MP3, WAV eller Ogg, högst 1 MB. Utan inspelning talar en datorröst.",
    closed: "När telefonen är stängd",
    unanswered: "När ingen kan svara",
    machine: "Datorrösten talar.",
    own: "Er inspelning spelas.",
    listen: "Hämta och lyssna",
    choose: "Välj en fil",
    removeRecording: "Ta bort inspelningen",
    disconnect: "Koppla från telefonen",
    disconnectHint:
      "Samtal kopplas inte längre. Ändra hos operatören först, annars hör den som ringer ingenting.",
    disconnectSure: "Ja, koppla från",
    cancel: "Avbryt",
    "number-refused":
      "Det ser inte ut som ett telefonnummer. Skriv det med riktnummer. Inget är ändrat.",
    "changed-meanwhile":
      "En kollega har sparat under tiden. Hennes inställningar visas nu; gör om din ändring om den behövs.",
    "recording-refused":
      "Filen gick inte att använda. Den ska vara MP3, WAV eller Ogg och högst 1 MB. Det som fanns spelas som förut.",
    offline: "Servern svarar inte just nu. Inget är ändrat. Försök igen om en stund.",
    other: "Något gick fel hos oss. Inget är ändrat. Försök igen.",
  },
  en: {
    title: "The phone",
    lead: "Once the centre’s number is connected here, it rings with whoever is on duty and has taken the phone. The site then shows the phone as open when somebody answers. Without a connection the opening hours decide, as before.",
    loading: "Fetching the settings of the phone …",
    failed: "The settings of the phone could not be fetched. Nothing has been changed.",
    again: "Try again",
    number: "The number at the operator",
    numberHint:
      "The one that is to ring with whoever is on duty, and that her display shows. The operator is 46elks. A mobile number there can only be led on to mobiles.",
    mode: "When somebody calls",
    "one-by-one": "ring one at a time",
    all: "ring all at once",
    first: "With whom does it ring first?",
    "longest-on-duty": "who took the phone first",
    "in-turn": "take turns",
    seconds: "For how many seconds with each?",
    secondsHint:
      "10 to 60. A voicemail that answers first takes the call: choose less, or switch it off during the shift.",
    connect: "Begin to connect the phone",
    save: "Save",
    saving: "Saving …",
    saved: "Saved.",
    state: "How it stands",
    workedToday: "The operator has reached us today.",
    workedEarlier: "The operator has reached us, but not today.",
    workedNever:
      "The operator has not reached us yet. Until then the opening hours decide on the site. Make a test call.",
    address: "The address for the operator",
    addressHint:
      "Whoever has the address can see which numbers are on duty. Show it to nobody else.",
    addressNone: "There is no address yet.",
    newAddress: "Make an address",
    renewAddress: "Make a new address",
    renewHint: "The old one stops working at once.",
    addressOnce: "The address is shown only now. Copy it:",
    steps: "Do this",
    step1: "Sign in at 46elks and open the number.",
    step2: "Paste the address into the field voice_start and save.",
    step3:
      "Go on duty, take the phone with your own mobile, and call the centre’s number from another phone.",
    step4:
      "Your mobile should show the centre’s number. Here it should say that the operator has reached us today.",
    recordings: "What is heard when nobody answers",
    recordingsHint:
      "Best record it in your own voice: when you are open, 112 in danger, and that letters can be written. MP3, WAV or Ogg, 1 MB at most. Without a recording a computer voice speaks.",
    closed: "When the phone is closed",
    unanswered: "When nobody can answer",
    machine: "The computer voice speaks.",
    own: "Your recording is played.",
    listen: "Fetch and listen",
    choose: "Choose a file",
    removeRecording: "Remove the recording",
    disconnect: "Disconnect the phone",
    disconnectHint:
      "Calls are not led on any more. Change it at the operator first, or whoever calls hears nothing.",
    disconnectSure: "Yes, disconnect",
    cancel: "Cancel",
    "number-refused":
      "That does not look like a phone number. Write it with its area code. Nothing has been changed.",
    "changed-meanwhile":
      "A colleague has saved meanwhile. Her settings are shown now; make your change again if it is needed.",
    "recording-refused":
      "The file could not be used. It must be MP3, WAV or Ogg and 1 MB at most. What was there is played as before.",
    offline: "The server does not answer just now. Nothing has been changed. Try again in a while.",
    other: "Something went wrong on our side. Nothing has been changed. Try again.",
  },
});
