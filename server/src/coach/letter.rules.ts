import type { Sentence, Span } from './text.rules.js';
import { joined, matches, type Way } from './finding.rules.js';
import { anyOf, has } from './words.rules.js';
import { namesAct } from './categories/vague-act.rules.js';

/** The parts of a full apology, by the keys of the worksheet's sections. */
export const COMPONENTS = [
  'what-i-did',
  'how-it-landed',
  'responsibility',
  'remorse',
  'repair',
  'from-now-on',
] as const;
export type Component = (typeof COMPONENTS)[number];

const IMPACT = anyOf(
  'you (?:{adv} |have |had |were |are |could |can |did |do |still |no longer )*(?:not )?(?:{adv} )*(?:lost|cried|cry|suffered|doubt\\w*|question\\w*|sle(?:ep|pt)|eat|ate|trust\\w*|worr\\w*|wak\\w*|woke|stopped|felt|feel|hurt|alone|afraid|scared|humiliated|ashamed|ill|sick|check\\w*|carried|carry|paid|missed|shak\\w*|shook|had to|have to|wonder\\w*|betrayed|frightened|lied to|deceived|sat|lay|angry|numb)',
  '(?:cost|hurt|broke|took|robbed|harmed|made|left|wounded|frightened|humiliated|shamed) (?:from )?(?:you|your)',
  'your (?:{adv} )*(?:sleep|body|health|trust|sense|memory|pain|grief|tears|nightmares|heart|confidence|safety|work|friends|family|self-worth|hurt|fear|savings|appetite|face)',
);
const OWNED = anyOf(
  '(?:i|it|that|this) (?:{adv} )*(?:am|is|was) (?:{adv} )*(?:responsible|answerable|accountable|to blame|my (?:choice|decision|fault|doing|responsibility|own)|mine|on me|the one who)',
  'i (?:{adv} )*(?:chose|decided|own|take (?:\\w+ )?responsibility|could have|had a choice|am the one|knew)',
  'my (?:own )?(?:choice|decision|responsibility|fault|doing)',
  'you (?:did nothing|had done nothing|are not to blame|were not to blame|did not cause)',
  'no (?:one|body) (?:\\w+ )?made me|nobody made me',
);
const REMORSE = anyOf(
  '{sorry}',
  '(?:ashamed|shame|guilt|remorse|grieve|it pains me|it hurts me to|sick at|i am sad|breaks my heart|wish i had)',
);
const REPAIR = anyOf(
  'i (?:{adv} )*(?:will|can|want to|would|am going to|offer|have) (?:{adv} )*(?:to )?(?:pay|paid|repay|repaid|give back|return|returned|replace|repair|mend|make amends|tell (?:your|them|her|him|the)|told your|correct|cover|take over|answer|listen|cancel|sell|move out|sleep at|book|arrange|offer|go with you|get tested|make good|put back)',
  '(?:make amends|to repair|to mend|pay (?:it|you|her|him|them)? ?back|make it good)',
);
const PLAN = anyOf(
  'i (?:{adv} )*(?:will|am going to|shall|have (?:started|begun|blocked|booked|told|joined|deleted|closed|stopped|asked|given)|no longer)',
  'from now on',
  'every (?:week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|evening|month)',
  'until (?:january|february|march|april|may|june|july|august|september|october|november|december|\\w+ \\d)',
);

/** Parts not found yet. A part counts as found on its plainest signs: this is a reminder, not a judgement. */
export function missing(letter: readonly Sentence[]): Component[] {
  const any = (signs: RegExp) => letter.some(({ norm }) => has(norm, signs));
  const found: Record<Component, boolean> = {
    'what-i-did': letter.some(namesAct),
    'how-it-landed': any(IMPACT),
    responsibility: any(OWNED),
    remorse: any(REMORSE),
    repair: any(REPAIR),
    'from-now-on': any(PLAN),
  };
  return COMPONENTS.filter((component) => !found[component]);
}

const NEW_FACT: readonly Way[] = [
  {
    is: anyOf(
      'there (?:is|was|are|were) (?:{adv} )*(?:something|some things|more|one (?:more )?thing|another (?:thing|person|woman|man|account|lie|affair|time)|others?|things)(?: else| more)? (?:i|you|that (?:i|you)|to (?:tell|confess|say))',
      '(?:what|something|things?|one thing|a thing|the part) (?:that )?(?:i (?:{adv} )*(?:have not|had not|never|have never|did not) (?:{adv} )*(?:tell|told|say|said|mention\\w*|admit\\w*|confess\\w*|share\\w*)|you (?:{adv} )*(?:do not|did not) (?:{adv} )*know)',
      'i (?:{adv} )*(?:have|need|want|must|ought) (?:{adv} )*to (?:confess|tell you (?:something|one|another|more|about another))',
      '(?:you do not|you did not) (?:{adv} )*know (?:yet|about (?:the other|another)|this yet|that (?:there|i) (?:was|were|also))',
      'i (?:{adv} )*(?:have|had) (?:{adv} )*(?:never|not) (?:{adv} )*told (?:you|anyone|anybody) (?:{adv} )*(?:this|that|about|yet|before|until)',
      '(?:until now|before now|for the first time|never told anyone)',
    ),
    notAfter: anyOf('(?:not|nothing)$'),
  },
];

/** Where a letter seems to tell something for the first time. Such news belongs with the therapist first. */
export const newFacts = (letter: readonly Sentence[]): Span[] =>
  letter.flatMap((sentence) => joined(sentence, matches(sentence, NEW_FACT)));
