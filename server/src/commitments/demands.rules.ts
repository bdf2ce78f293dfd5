import { LIVE_LOCATION, SECRETS } from '../library/watches.js';

/** What this house does not hold: no agreement makes it safe. */
export interface Demand {
  code: string;
  message: string;
}

interface Rule extends Demand {
  patterns: readonly RegExp[];
  /** True when the sentence rules the thing out instead of asking for it. */
  unless?: (sentence: string) => boolean;
}

const OTHERS =
  '(?:friends|family|mother|mum|mom|father|dad|sisters?|brothers?|parents|cousins?|aunt|uncle|relatives|neighbou?rs?|therapist|counsell?or|doctor|nurse|police|lawyer|solicitor|sponsor|pastor|priest|imam|rabbi|support group|help ?line|hot ?line|shelter|anyone|anybody|a soul)';
const REACHING =
  '(?:see|seeing|talk(?:ing)?|speak(?:ing)?|tell(?:ing)?|visit(?:ing)?|call(?:ing)?|text(?:ing)?|writ(?:e|ing)|messag(?:e|ing)|meet(?:ing)?|contact(?:ing)?|phone|phoning|confide|go(?:ing)? (?:out|to)|ask(?:ing)?|hang(?:ing)? out|spend(?:ing)? time)';
const NOT =
  "(?:not|never|no longer|stop|nobody|without|cannot|can['’]t|won['’]t|don['’]t|mustn['’]t|may not|refrain from|avoid)";
const NEAR = '[^.?!\\n]{0,30}';

const any = (...sources: string[]): RegExp[] => sources.map((source) => new RegExp(source, 'iu'));

/** "No tracking", "I will not ask for your password": the same words, and the opposite of a demand. */
const isRuledOut = (sentence: string): boolean =>
  /\b(?:no|not|never|nobody|without|stop|neither|nor|none|instead of|rather than|end of)\b|n['’]t\b/iu.test(sentence) &&
  !/\b(?:turn|switch|take)\w*\b[^.?!]{0,30}\boff\b|\bchang\w+\b[^.?!]{0,30}\bpass|\bwithout (?:asking|telling|my)\b|\b(?:don['’]t|not|never) (?:hide|stop|refuse|delete|remove|disable)\b/iu.test(
    sentence,
  );

/** Of oneself alone: "I do not call your mother after ten" is one's own to say. */
const isOfOneself = (sentence: string): boolean =>
  /^\W*(?:I|we)\b/iu.test(sentence) && !/\b(?:you|he|she|they)\b/iu.test(sentence);

const RULES: readonly Rule[] = [
  { ...SECRETS, patterns: any(SECRETS.pattern) },
  { ...LIVE_LOCATION, patterns: any(LIVE_LOCATION.pattern) },
  {
    code: 'asks_for_password',
    message:
      'This asks for passwords or free access to a phone. Please put it in other words: passwords open things that belong to other people, and they put both of you at risk. You could agree to look at a screen together in a session, or to a word the same day.',
    patterns: any(
      `\\b(?:shar\\w+|giv\\w+|hav\\w+|know\\w*|want|tell\\w*|send\\w*|hand\\w*|all|need|get|exchang\\w+|swap)\\b${NEAR}\\b(?:pass ?(?:word|code|phrase)s?|pin(?: ?codes?)?|log-?ins?)\\b`,
      `\\bpass ?(?:word|code)s?\\b${NEAR}\\b(?:to me|with me|with you|to you|to each other)\\b`,
      `\\bchang\\w+\\b${NEAR}\\bpass ?(?:word|code)s?\\b`,
      `\\b(?:read|check|search|look (?:at|through|into)|go through|unlock|inspect)\\w*\\b${NEAR}\\b(?:phone|messages?|e-?mails?|texts?|accounts?|inbox|chats?)\\b${NEAR}\\b(?:when(?:ever)?|any ?time|at all times|always|every (?:day|night|evening)|daily|unannounced)\\b`,
      `\\b(?:any ?time|whenever|at all times|always|daily)\\b${NEAR}\\b(?:read|check|search|look (?:at|through)|go through)\\b${NEAR}\\b(?:phone|messages?|e-?mails?|texts?|accounts?|inbox|chats?)\\b`,
    ),
    unless: isRuledOut,
  },
  {
    code: 'tracks_location',
    message:
      'This follows someone on a map or a device. Please put it in other words: it feeds worry, and it can put people at risk. A shared calendar, or a word before you leave, says enough.',
    patterns: any(
      '\\btrack(?:s|ed|ing)?\\s+(?:you|your|him|his|her|me|my|us|our|each|the (?:phone|car)|where)\\b|\\b(?:trackers?|tracking|gps|air ?tags?|spyware|stalkerware|life ?360|find my (?:phone|iphone|friends?|device))\\b',
      '\\b(?:live|real[- ]time|current|exact) location\\b|\\blocation[- ](?:sharing|services|always|on|tracking)\\b',
      `\\b(?:shar\\w+|send\\w*|giv\\w+|see|know|check\\w*|watch\\w*|monitor\\w*|follow\\w*)\\b${NEAR}\\b(?:my|your|his|her|their|our|each other['’]s) (?:location|position|whereabouts)\\b`,
      `\\bwhere (?:you|he|she|I) (?:are|is|am)\\b${NEAR}\\b(?:at all times|at any time|always|every (?:hour|minute)|all day)\\b`,
      `\\b(?:at all times|always|every (?:hour|minute)|all day)\\b${NEAR}\\bwhere (?:you|he|she|I) (?:are|is|am)\\b`,
      `\\b(?:photo|picture|selfie)\\b${NEAR}\\b(?:prove|proof|every (?:hour|time)|wherever)\\b`,
      '\\b(?:camera|microphone|recorder|recording)s?\\b[^.?!]{0,30}\\b(?:in the (?:car|house|bedroom|room)|on you|running|at all times)\\b',
    ),
    unless: isRuledOut,
  },
  {
    code: 'forbids_help',
    message:
      'This keeps someone from friends, family or help. Please put it in other words: those stay open to both of you. You could agree on what stays between the two of you, and talk over with your therapist who else to lean on.',
    patterns: any(
      `\\b${NOT}\\b${NEAR}\\b${REACHING}\\b${NEAR}\\b${OTHERS}\\b`,
      `\\b(?:permission|my ok|my yes|ask me|allow(?:ed)?)\\b${NEAR}\\b${REACHING}\\b${NEAR}\\b${OTHERS}\\b`,
      `\\b(?:no(?: more)? contact (?:with|to)|cut (?:off|out|ties with|contact with)|give up|drop|leave|keep away from|stay away from|break with)\\b[^.?!\\n]{0,15}\\b(?:your|his|her|their|all|any) (?:own )?${OTHERS}\\b`,
      `\\b(?:you|he|she)\\b[^.?!\\n]{0,12}\\b(?:tell|talk to|speak to)\\b (?:no one|nobody)\\b`,
    ),
    unless: isOfOneself,
  },
  {
    code: 'controls_money',
    message:
      'This gives one of you control over the other’s money. Please put it in other words: both keep a way to pay. You could agree to look at the statements together, or on an amount you both talk about first.',
    patterns: any(
      `\\b(?:your|his|her)\\b[^.?!\\n]{0,12}\\b(?:salary|wages?|pay(?:check|cheque)?|income|earnings|cards?|money)\\b${NEAR}\\b(?:goes? to me|go(?:es)? into my|to me|is mine|I (?:keep|hold|manage)|into my account)\\b`,
      `\\b(?:give|hand|pay)\\w*\\b[^.?!\\n]{0,12}\\b(?:me|over)\\b${NEAR}\\b(?:your|his|her|all)\\b[^.?!\\n]{0,12}\\b(?:salary|wages?|pay(?:check|cheque)?|income|earnings|bank cards?|cards?|money)\\b`,
      `\\bI\\b[^.?!\\n]{0,15}\\b(?:keep|hold|take|control|manage|decide (?:on|about|over)?|have)\\b[^.?!\\n]{0,12}\\b(?:your|all (?:the|our|your))\\b[^.?!\\n]{0,15}\\b(?:money|bank cards?|cards?|accounts?|salary|wages?|pay|spending)\\b`,
      `\\b(?:permission|my ok|my approval|ask me|an allowance)\\b${NEAR}\\b(?:spend|buy|money|purchase|week|month)\\w*\\b`,
      `\\byou\\b${NEAR}\\b${NOT}\\b[^.?!\\n]{0,15}\\b(?:spend|buy|withdraw)\\b${NEAR}\\b(?:any(?:thing)?|unless I|without (?:my|asking))\\b`,
    ),
  },
  {
    code: 'controls_clothing',
    message:
      'This decides what someone wears. Please put it in other words: what each of you wears is your own. What is it that you would like to feel safe about?',
    patterns: any(
      `\\b(?:you|she|he)\\b${NEAR}\\b(?:${NOT}|only|no|must|may|let me|ask)\\b${NEAR}\\b(?:wear(?:ing)?(?!\\w* (?:your|the|a|our)[^.?!]{0,12} ring)|dress(?:es|ing)?|make-?up|skirts?|clothes)\\b`,
      `^\\W*(?:no|never|stop|don['’]t|do not|only)\\s+(?:wear(?:ing)?|dress(?:es|ing)?|make-?up|(?:short )?skirts?)\\b`,
      `\\bI\\b[^.?!\\n]{0,15}\\b(?:choose|decide|pick|approve|check|see)\\w*\\b[^.?!\\n]{0,15}\\b(?:what you (?:wear|put on)|your (?:clothes|clothing|outfits?))\\b`,
    ),
  },
];

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!;])\s+|\n+/u);

/**
 * The first thing in a text that no agreement should hold: passwords, following somebody on a map, keeping somebody from
 * friends, family or help, control over money or clothing. Null for none. It reads English alone, sentence by sentence;
 * a sentence that rules such a thing out is fine. What it misses is still read by the therapist.
 */
export function demandIn(text: string): Demand | null {
  const sentences = sentencesOf(text);
  const found = RULES.find(({ patterns, unless }) =>
    sentences.some((sentence) => !unless?.(sentence) && patterns.some((pattern) => pattern.test(sentence))),
  );
  return found ? { code: found.code, message: found.message } : null;
}
