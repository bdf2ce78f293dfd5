/** What may become of a thing that one partner of a couple tells alone. */
export const SECRETS_CHOICES = ['no_secrets', 'limited', 'full'] as const;
export type SecretsChoice = (typeof SECRETS_CHOICES)[number];
export type SecretsTexts = Record<SecretsChoice, string>;

/** Characters. */
export const SECRETS_TEXT = { least: 40, most: 4000 };

const IN_DANGER = 'Where somebody is in danger I may have to act, whatever we agreed here.';

/** Until a practice has written its own. They are meant to be read by both partners, each alone. */
export const USUAL_SECRETS_TEXTS: SecretsTexts = {
  no_secrets: `In our work I keep no secret of one of you from the other. You may speak with me alone. What you tell me then and what concerns you both can come into our joint work when I think that the work needs it. Before that I ask you to say it yourself, and help you with it. ${IN_DANGER}`,
  limited: `You may speak with me alone. I keep to myself what you tell me then, and do not carry it to the other without your leave. If something that is kept back stands in the way of our joint work, I tell you so first. I may ask you to bring it in, or end our joint work without saying why. ${IN_DANGER}`,
  full: `What you tell me alone stays between you and me. I do not pass it on, neither in a joint session nor in joint notes, unless you allow it in writing. ${IN_DANGER}`,
};

/** What a practice says now: its own words, else the usual ones. */
export const secretsTexts = (own: Partial<SecretsTexts>): SecretsTexts => ({ ...USUAL_SECRETS_TEXTS, ...own });

/** What of these is the practice's own: words that are the usual ones change with those. */
export function ownWords(texts: SecretsTexts): Partial<SecretsTexts> {
  const own = SECRETS_CHOICES.map((choice) => [choice, texts[choice].trim()] as const);
  return Object.fromEntries(own.filter(([choice, text]) => text !== USUAL_SECRETS_TEXTS[choice]));
}
