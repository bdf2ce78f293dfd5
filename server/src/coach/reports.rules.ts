import type { Match } from './finding.rules.js';
import type { Sentence } from './text.rules.js';
import { anyOf, has, pattern } from './words.rules.js';

/** "I told you that …": what follows was said then and is told now. */
const CLAUSE =
  '(?:that |how )?(?:it|i|you|we|he|she|they|this|that|there|nothing|nobody|no one|everyone|everybody|everything|my|your|her|his|our|the|a|an|sorry (?:if|that|you|for)|people|maybe|perhaps|if|mistakes|things)';
const SAID_THAT = pattern(
  `(?:i|we|and|,) (?:\\w+ ){0,3}?(?:(?:told|convinced|assured|reminded|persuaded) (?:you|myself|him|her|them|everyone|people|your \\w+|my \\w+|our \\w+)|said|say|argued|claimed|insisted|pretended|thought|swore|complained|joked|wrote|kept (?:saying|telling you|telling myself)|made out|acted as if|acted like|acted as though|let you (?:think|believe|feel)) (?:back then |then |again |often |at the time |to (?:you|myself|her|him|them) )?(?=${CLAUSE}(?![\\w'])|")`,
);
/** "I called it …", "I blamed you …": named then, disowned by the past tense. */
const NAMED = anyOf(
  'i (?:\\w+ ){0,2}?(?:called|described|treated|dismissed|explained|excused|justified|passed|played|brushed|laughed|shrugged|wrote) (?:it|you|this|that|them|us|her|him|the \\w+|what i did|my \\w+|your \\w+)(?: off| away| down)?',
  'i (?:\\w+ ){0,2}?(?:blamed|accused|faulted)',
  'i (?:\\w+ ){0,2}?(?:used|hid behind|have hidden behind|was using|offered) (?:my|the|your|our|work|that|it|this) (?:\\w+ ){0,4}?(?:as|for) (?:an? )?(?:excuses?|reasons?|cover|shield|alibi)',
  'by (?:saying|telling you|calling|claiming|blaming|pretending|making out|arguing)',
  '(?:saying|telling you|calling it|blaming you|asking you|pressing you|telling myself|pushing you|hurrying you|begging you|expecting you|wanting you|demanding that you) (?:\\w+ ){1,14}?(?:was|is|were) (?:not |another |a |an |one more |no )*(?:wrong|selfish|unfair|cruel|cowardly|a lie|lie|untrue|false|fair|true|way|mistake|pressure|mean|too soon|right|excuse)',
);
/** "I will not say …": refused. */
const REFUSED = anyOf(
  '(?:i (?:\\w+ )?(?:will not|would not|am not going to|do not want to|am not|can not|could|no longer|will never|must not|refuse to|have stopped|want to stop|stopped|am done|used to|might|should not|did not|have no right to|need to stop)|(?:it would be|it is|it was) (?:so |too )?(?:easy|easier|wrong|tempting|a lie|false|untrue|unfair|cowardly|dishonest) to|it is not true that|it is a lie that|it is false that|it would be a lie to|instead of|without|rather than|not to|never to|no more) (?:here to |going to |be |simply |just |trying to |ever )?(?:say|saying|said|tell|telling|claim|claiming|pretend|pretending|call|calling|hide|hiding|argue|arguing|blame|blaming|use|using|believe|think|pass|make excuses|offer|offering|write|writing|ask|asking|expect|expecting|demand|demanding|pressure|pressing|push|pushing|beg|begging|insist|insisting|suggest|suggesting)(?! if)',
  'it is not true that',
  'it is a lie that',
);
/** "…, I told myself": said after it. */
const SAID_AFTER = pattern(
  ', (?:or so )?(?:i|we) (?:\\w+ ){0,2}?(?:said|used to (?:say|think|tell)|would say|told (?:you|myself|her|him|them)|thought|argued|claimed|kept saying|kept telling|swore|insisted)',
);

/** "…, and that was a lie": taken back. */
const TAKEN_BACK = anyOf(
  '(?:and|but|which|that|this|it|; it|none of (?:it|that|this)|neither|they|those|these) (?:\\w+ ){0,3}?(?:is|was|were|are|gives?|makes?|offers?) (?:\\w+ ){0,2}?(?:no|not|never|nothing|neither|a poor|a bad) (?:\\w+ ){0,3}?(?:excuses?|justif\\w+|reasons?|answers?|defen[cs]e|apology|right|true|fair|enough|explanation|alibi|licen[cs]e|permission|yours|you)',
  '(?:does|do|did|can|could|will|would) not (?:\\w+ ){0,2}?(?:excuse|justify|make it (?:right|okay|ok|better|less|any)|change (?:what|that|anything)|lessen|explain|undo|matter|count)',
  '(?:excuses?|justif(?:y|ies)) (?:none|nothing)',
  '(?:that|which|it|this) (?:is|was) (?:also |only |just |all |simply |yet )*(?:another |a |an |one more |my )*(?:lie|lies|excuse|evasion|cover|way of|dodge|untrue|false|unfair|cowardly|cruel|selfish|wrong of me|coward|nonsense|self-pity|wrong|insult|mean)',
  'and it (?:was|is|did|were) not [.!,;—]',
  'and it (?:was|is|did|were) not$',
  '(?:was|were|is) (?:my|mine|all my|entirely my|still my) (?:own |alone )?(?:decision|choice|doing|responsibility|fault|alone)',
  '(?:and|but|,|;|—) (?:\\w+ )?i (?:still |also |myself |alone |freely |then )*(?:chose|decided|said yes|agreed|went along|could have|had a choice|had every|am (?:the one|responsible|to blame|answerable)|was (?:the one|wrong|responsible)|own)',
  'the (?:choice|decision|choices|lying|lie|lies|fault|responsibility) (?:was|were|is|are) (?:still |all |only |entirely )*(?:mine|my own|on me)',
  '(?:is|was) (?:all |entirely |only |still )*(?:on me|mine|mine alone|down to me|my own)',
  'i no longer (?:believe|think|say)',
  'i (?:do not|did not) (?:\\w+ )?(?:offer|give|mean|use|say|write) (?:that|this|it|them) (?:\\w+ )?as',
  'i know (?:now )?that (?:was|is|it was) (?:not|a lie|false|wrong|untrue)',
);

/** Stretches of the sentence that are told, refused or quoted, not meant. */
export function reported({ norm }: Sentence): Match[] {
  const found: Match[] = [];
  const open = (from: number, tail: RegExp): void => {
    tail.lastIndex = 0;
    const end = norm.slice(from).search(tail);
    found.push({ from, to: end < 0 ? norm.length : from + end });
  };
  for (const { index, 0: words } of norm.matchAll(SAID_THAT))
    open(
      index + words.length,
      / [;—] |, (?:but|so|yet|though|although|because) (?:i|you|we|she|he|it|my|your) | but (?:i|you|my) /u,
    );
  for (const { index, 0: words } of norm.matchAll(NAMED))
    open(index + words.indexOf(' '), / [;—] |, | because | but | since | though /u);
  for (const { index, 0: words } of norm.matchAll(REFUSED)) {
    const verb = words.split(' ').at(-1)!.length;
    open(index + words.length - verb, / [;—] |, (?:but|so|yet|because) | but /u);
  }
  const after = [...norm.matchAll(SAID_AFTER)].at(-1);
  if (after) found.push({ from: 0, to: after.index });
  const outside = norm
    .replace(/" [^"]* "/gu, '')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word)).length;
  if (outside >= 2)
    for (const { index, 0: words } of norm.matchAll(/" [^"]* "/gu))
      found.push({ from: index, to: index + words.length });
  return found;
}

/** Whether what was said before this place is taken back after it. */
export const takenBack = ({ norm }: Sentence, to: number): boolean => has(norm.slice(to), TAKEN_BACK);
