import { matches, type Category, type Match, type Way } from '../finding.rules.js';
import type { Sentence } from '../text.rules.js';
import { anyOf, has, pattern } from '../words.rules.js';

/** Done to someone or to the truth: no neutral use in an apology. */
const WRONGED =
  'broken|betrayed|hidden|concealed|deleted|erased|wiped|crossed|violated|breached|abused|forgotten|ignored|neglected|overlooked|disregarded|dismissed|damaged|destroyed|ruined|shattered|wrecked|hurt|harmed|wounded|lost|stolen|forged|faked|gambled|emptied|drained|squandered|wasted|withheld|covered up|kept (?:from|secret|hidden|quiet|back|in the dark|on)|told|said|done|made|committed|spent|exchanged|blurred|overstepped|misused|mishandled|misled|compromised|trampled|let down|left (?:out|unsaid|undone|behind|alone)|not (?:kept|honou?red|told|said|mentioned|respected|shared|disclosed|met)|twisted|distorted|bent|stretched|tested|taken (?:too far|for granted|advantage|from|without|out)|started|allowed to|sent (?:that|to|which|back|late|in|at|between|behind)|undermined|eroded|disrespected|lied about|deceived|cheated|unfaithful|pushed aside|put at risk|handled (?:badly|poorly|wrong)|swept|buried|silenced|poisoned|tainted|stained|severed|thrown away|abandoned|sacrificed|missed|dropped|caused|inflicted|created|consumed|drunk|slept in|shared with|shown to|repeated|disclosed|omitted|denied|manipulated|falsified|smuggled|run up|racked up|maxed out|pawned|bet';
/** Things that pass through a betrayal: any verb done to them without a doer is a distance. */
const THINGS =
  'account|accounts|money|savings|cash|messages?|texts?|photos?|pictures?|lies?|truth|secrets?|lines?|boundar(?:y|ies)|promises?|trust|vows?|mistakes?|things?|choices?|decisions?|rules?|phones?|profiles?|cards?|loans?|debts?|flat|rooms?|hotel|evidence|history|calls?|limits?|words|details|information|affair|feelings|marriage|agreements?|expectations|needs|faith|confidence|letters?|emails?|numbers?|apps?|tickets?|gifts?|presents|flowers|drinks|bets|kisses|kiss|gestures|advances|intimacies|errors?|signals|wires|bills?|receipts?|relationship|secret|heart|hearts|dignity|respect|privacy|ring|funds|inheritance|clothes|story|stories|facts|advantage|harm|damage|pain|hurt|something|stuff|everything|nothing|anything|much|a lot|it|this|that|which|what|opportunit(?:y|ies)|names?|password|passwords|diary|meetings?|arrangements?|plans?|excuses?|alibis?|steps|actions?|wrongs?|ring|house|car|credit|policy|signature|signatures|birthday|anniversary|family|home';
/** Any past participle. The list holds the irregular ones, also those that look like the base form. */
const PARTICIPLE = `(?:${WRONGED}|[a-z]{3,}ed|bought|sold|paid|sent|written|taken|given|kept|seen|read|put|set|cut|let|shut|cost|spent|drawn|withdrawn|worn|eaten|left|found|held|met|led|thrown|torn|shown|known|begun|sought|brought|caught|slept|built|driven|chosen|spoken|sworn|undone|overdrawn)`;
/** Not acts: how somebody or something was. */
const STATE =
  '(?:married|tired|ashamed|scared|worried|related|supposed|used to|based|located|called|named|attached|enclosed|addressed|needed|wanted|finished|planned|scheduled|interested|excited|delighted|relieved|surprised|convinced|determined|prepared|engaged|divorced|involved|limited|red|indeed|bed|deed|loved|liked|owed|born|closed|locked|deserved|due|aged|earned|answered|asked|printed|signed and|listed|meant for)';
const TO_BE = '(?:was|were|been|got|gets?|getting|became|being)';
/** The speaker or the partner is the subject, or somebody with a name of their own. */
const PERSON = anyOf(
  '(?:i|you|we|he|she|they|who|maya|mum|dad|the children|the kids|my \\w+|your (?:mother|father|sister|brother|parents|friend|friends|boss|colleague))(?: (?:have|has|had|not|{adv}))*$',
);
const BY_ME = anyOf(
  'by (?:me|myself|my (?!friend|boss|cousin|colleague)\\w+)',
  'by both of us',
  'because i',
  'because of (?:me|my|what i)',
  'when i',
  'after i',
  'by what i',
  'through my',
  'with my own',
);

/** The speaker is there, doing it, in the same sentence. */
const I_DID = anyOf(
  'i (?:{adv} )*(?:lied|cheated|hid|deceived|betrayed|slept|kissed|deleted|stole|gambled|spent|chose|let|made|did (?!not)|planned|started|decided|caused|broke|wrote|told|took|kept|bought|paid|sent|put|built|set|sold|emptied|crossed|opened|brought)',
);

function passives(sentence: Sentence): Match[] {
  const { norm } = sentence;
  const found: Match[] = [];
  const verb = pattern(
    `(?:(?:has|have|had|having|may have|might have|must have|could have|should (?:never |not )?have) )?(?:not )?${TO_BE} (?:(?:not|{adv}) )*(?:${PARTICIPLE})`,
  );
  for (const { index, 0: words } of norm.matchAll(verb)) {
    const to = index + words.length;
    const before = norm.slice(0, index).trim();
    const start = Math.max(
      0,
      ...[' , ', ' ; ', ' — ', ' : ', ' and ', ' but ', ' because ', ' that ', ' when ', ' so '].map(
        (mark) => before.lastIndexOf(mark) + 1,
      ),
    );
    const subject = before
      .slice(start)
      .replace(/^(?:[,;:—]|and|but|because|that|when|so) /, '')
      .replace(/^.*(?:said|told \w+|claimed|pretended) /, '')
      .trim();
    const after = norm.slice(to);
    if (subject === '' && start > 0 && has(before, PERSON)) continue;
    if (has(subject, PERSON) || has(after.slice(0, 40), BY_ME)) continue;
    if (has(words, pattern(`${TO_BE} (?:(?:not|{adv}) )*${STATE}`))) continue;
    if (
      /(?:^| )not /.test(words) &&
      !/not (?:kept|honou?red|told|said|mentioned|respected|shared|disclosed|met|meant)/.test(words)
    )
      continue;
    const wronged = has(words, pattern(`(?:${WRONGED})`));
    const thing =
      has(subject, pattern(`(?:${THINGS})`)) && has(subject.split(' ').slice(-4).join(' '), pattern(`(?:${THINGS})`));
    if (!(wronged || thing) || subject === '') continue;
    if (/^(?:what i|all i|everything i|the (?:one|thing) i)/.test(subject)) continue;
    if (/(?:^| )(?:nobody|no one|who|there) ?$/.test(subject)) continue;
    if (
      has(
        norm.slice(0, index),
        pattern(
          '(?:you (?:said|told|asked|saw|found|learned|noticed|thought|felt|knew|read|discovered)|ask(?:ed)? me|will (?:show|tell|send|answer)|i (?:will|want to|can) (?:show|tell|send|answer|say|explain))',
        ),
      )
    )
      continue;
    found.push({ from: norm.indexOf(subject, Math.max(0, start)), to });
  }
  return found;
}

const EVENT =
  '(?:affair|affairs|fling|relationship|thing|things|kiss|kisses|lie|lies|lying|contact|texting|texts|messages|messaging|flirting|flirtation|betrayal|infidelity|cheating|sex|intimacy|debt|debts|drinking|gambling|secret|secrets|secrecy|situation|friendship|connection|attraction|chemistry|conversations?|chats?|deception|incident|incidents|mistakes?|errors?|slip|slips|lapse|lapses|distance|line|lines|contact|spending|habit|feelings|emotions|arguments?|hurt|pain|damage|harm|stuff|something|one night|truth|story|wires|a moment|events?|misunderstandings?|trust|mess|dishonesty|closeness|problem|breach|whole (?:thing|business|mess|affair|situation))';

const WAYS: readonly Way[] = [
  // "lunches turned into evenings", "the ring came off"
  {
    is: pattern(
      '(?:^|[,;—] |and |but |then |until |before |so |when )(?:(?:the|a|an|our|my|some|those|these|that|one|every|more|all the|all those) )?(?:(?!not|never)\\w+ ){1,3}(?:{adv} )*(?:turned into|led to|grew into|slid into|slipped into|developed into|became (?:a habit|something|more|an affair|routine|normal|part of|a (?:secret|lie|pattern))|came off|slipped out|slipped through|went missing|went unsaid|went unanswered|went untold|got (?:crossed|blurred|deleted|lost|broken|hidden|forgotten|spent|changed|erased|out of|in the way|told|left)|fell away|escalated|happened|occurred|followed|piled up|crept in|took over|took place)',
    ),
    notIn: anyOf(
      '(?:^|and |but |then |so |when |until |before |, |; )(?:{adv} )*(?:i|you|we|he|she|they|who|what|which|nothing|nobody)(?: |$)',
      '(?:know|tell|told|ask|say|said|see|about|of|what|how|i|you|we|us|me|never|not|will) ',
    ),
    notBefore: anyOf('because i', 'when i', 'by me', 'and i (?:lied|hid|chose|let)'),
    unless: I_DID,
  },
  // what happens by itself
  {
    is: pattern(
      `(?:it|this|that|something|everything|anything|all (?:of )?(?:it|this|that)|what|things|stuff|(?:{adv} )*(?:the|our|my|an?|one|some|that|this|those|these) (?:\\w+ )?(?:\\w+ )?${EVENT}|${EVENT}(?: \\w+ (?:her|him|me|us|you|them))?) (?:(?:{adv}|must have|had|has|have|did|should never have|should not have|never should have|between (?:us|them|her and me|me and her)) )*(?:happened|happen|occurred|took place|taken place|came about|came up|arose|escalated|spiralled|spiraled|snowballed|unfolded|ensued|transpired|evolved|progressed|developed|got out of (?:hand|control)|went (?:too far|further|wrong|on between|south|sideways|off the rails|downhill|astray)|gone (?:too far|wrong|further)|got (?:physical|intense|heated|complicated|lost|intimate|serious|messy|carried|sexual|crossed|worse|bigger|deeper|blurred|close|away)|became (?:physical|more|sexual|intimate|something|a habit|an affair|serious|intense)|turned (?:into|physical|sexual|romantic|serious|intimate)|led to (?:another|it|this|that|something|an? |more|sex|the)|grew|took on a life|took (?:its|their) course|slipped out|came out wrong|just came|slid|crept|began to|piled up|mounted|built up|blew up|fell apart|broke down|unravelled|blossomed|ran (?:its|away)|kept (?:going|growing|happening|getting)|went from|spun out|drifted|faded|was lost|died|sort of)`,
    ),
    notAfter: anyOf(
      '(?:tell|told|telling|ask|asked|asking|know|knew|explain|explained|explaining|say|said|describe|write|wrote|writing|talk|about|understand|see|show|hear|heard|remember|forget|of|answer|whatever|how)(?: (?:you|me|her|him|us|them|our therapist|down|out|exactly|to|about|the|each|every))*(?: (?:how|exactly|all))*$',
      '(?:will|may|might|can|could|would|if|when|whenever|should|not|cannot|before|until)$',
    ),
    notIn: anyOf('(?:did|does|do|would|not|never) (?:just |simply )?happen', 'it had happened', 'that it happened'),
    notBefore: anyOf(
      'because i',
      'not by',
      'since i',
      'only because i',
      'and i (?:chose|lied|hid|let)',
      'when i (?:lied|chose|decided)',
      'i (?:planned|chose|decided|made)',
    ),
  },
  {
    is: pattern(
      `(?:the|our|this|that|an|my|the whole|some)(?: \\w+)?${EVENT} (?:(?:with|between) \\w+ (?:\\w+ )?(?:and \\w+ )?)?(?:{adv} )*(?:started|began|continued|went on|carried on|followed|resumed|ended|stopped|grew|came)`,
    ),
    unless: I_DID,
    notBefore: anyOf(
      'because i',
      'when i',
      'on \\d',
      'in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\\d\\d)',
    ),
  },
  {
    is: anyOf(
      '(?:it|this|that) (?:{adv} )*(?:started|began) (?:as|with|out|from|so|just|slowly|small|innocent|again|off)',
    ),
    unless: I_DID,
  },
  {
    is: anyOf(
      'one thing (?:just )?(?:led|leads|lead) to another',
      'somehow (?:the|it|things|this|that|we|my|a) (?:\\w+ )?(?:\\w+ed|grew|got|became|went|came|began|lost|broke|ran|found)',
    ),
    notAfter: anyOf('not$'),
  },
  // "I ended up in his bed", "we got carried away"
  {
    is: anyOf(
      '(?:i|we|she and i|he and i|they) (?:{adv} )*(?:ended up|wound up|landed up|finished up)',
      '(?:i|we) (?:{adv} )*found (?:myself|ourselves) (?!thinking about you|a|an|in the therapist)',
      '(?:i|we|she and i|he and i) (?:{adv} )*(?:got|was|were) (?:{adv} )*(?:carried away|swept (?:up|away|along|off)|caught up|sucked in|drawn in|drawn into|dragged (?:in|into)|pulled into|mixed up in|tangled up|entangled|led astray|lured)',
      '(?:i|we) (?:{adv} )*(?:drifted into|slid into|slipped into|stumbled into|fell into|slid back|slipped back|slipped up)',
    ),
    notAfter: anyOf('not$', 'you$'),
  },
  // "there were lies"
  {
    is: pattern(
      'there (?:was|were|has been|have been|had been|may have been|might have been) (?:{adv} )*(?:some |a few |a lot of |many |no |several |times when |moments when |a |an |certain |too many |these |two |other |more |lots of )*(?:\\w+ )?(?:lies?|lying|contact|affairs?|fling|kiss(?:es)?|lapses?|mistakes?|messages?|texts?|dishonesty|betrayals?|secrets?|secrecy|intimacy|moments?|infidelity|deception|cheating|incidents?|touching|sex|flirting|flirtation|other (?:woman|women|man|men|people)|someone else|somebody else|slips?|omissions?|untruths?|attraction|feelings|debts?|spending|indiscretions?|errors?|wrongdoing|hurt|drinking|gambling|meetings|half-truths)',
    ),
    unless: anyOf('not (?:only|just) (?:a|one|the)', 'there (?:was|were) (?:no|never)'),
    notBefore: anyOf('i (?:told|hid|wrote|sent|kept|did not tell|chose)', 'from me', 'by me'),
  },
  {
    is: pattern(
      `(?:your|our|the|all|their|my) (?:\\w+ )?(?:trust|heart|confidence|marriage|relationship|bond|faith|feelings|world|family|truth|honesty|promises?|vows?|messages?|money|savings|account|history|photos?|phone) (?:{adv} )*(?:got|has got|went|broke|suffered|cracked|crumbled|disappeared|vanished|slipped|took a (?:hit|blow|back)|fell by|fell through|died)`,
    ),
    notBefore: BY_ME,
  },
  {
    is: anyOf(
      'you (?:{adv} )*(?:got|ended up|came to be|wound up) (?:{adv} )*(?:hurt|wounded|harmed|caught|dragged|forgotten|left|damaged|betrayed|neglected|being)',
      'people got hurt',
      'everyone got hurt',
      'the truth (?:did not|never) (?:come|came|get|got)',
      '(?:messages|texts|photos|money|lies|promises|words|clothes) (?:{adv} )*(?:disappeared|vanished|went missing|came out|slipped out|got)',
      'mistakes (?:happen|were|happened)',
      'lines (?:got|were|blurred)',
    ),
    notBefore: BY_ME,
  },
];

export const passiveDistancing: Category = {
  rule: 'passive_distancing',
  name: 'An act with nobody doing it',
  why: 'The act is there, but nobody does it. The person who was hurt may look for you in the sentence and not find you.',
  question: 'Who did this? How does it read when it starts with “I”?',
  example: 'I deleted the photos before you came home.',
  find: (sentence) => [...passives(sentence), ...matches(sentence, WAYS)],
  canBeTakenBack: false,
};
