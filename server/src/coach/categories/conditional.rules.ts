import { matches, type Category, type Way } from '../finding.rules.js';
import { anyOf, pattern } from '../words.rules.js';

/** "if you want the dates …" offers; "even if you never answer" sets no condition. */
const OFFER = [
  '(?:if|whether|should|in case) (?:or not )?(?:that|this|it) (?:would|will|helps?|might help|is (?:easier|better|useful|what you))',
  '(?:if|whether|should|in case) (?:or not )?you (?:ever |would |do |can |still |also |never |ever |later |then )*(?:want|wants|like|prefer|wish|need|ask|choose|decide|are ready|feel ready|have (?:more |any )?questions|forgive|believe|answer|reply|stay|leave|read|accept|go|come|let|say|trust)',
  '(?:if|whether) (?:we|i) (?:could|can|have to|had to|see|hear|meet|stay|part|am asked|do not)',
  'if (?:you|i|we|she|he) had (?!been hurt|hurt)',
];
const WAYS: readonly Way[] = [
  // "sorry if …", "I apologise, in case …"
  {
    is: pattern(
      '{sorry} (?:(?!;|—|[.!?]|and if|but if|if|whether)[^ ]+ ){0,9}?(?:if|whether|in case|in the event|supposing|assuming|provided|on the off chance|were i|had i|should (?:that|this|it|i|you|my|the|any\\w*)|to (?:the|whatever|any|some) (?:extent|degree)|insofar|in so far|inasmuch|to the degree) (?:[^ ;—]+ ?){1,12}',
    ),
    notIn: anyOf(
      ...OFFER,
      '(?:ask|asked|asking|know|knew|knowing|wonder|wondered|wondering|see|seeing|checked|check|checking|tell|told|say|said|decide|deciding|doubt|doubted|care|cared|caring|matter|mattered|question|as|even|only|what|unsure|sure|idea|thinking about|of) (?:if|whether)',
      '(?:, )?(?:and|so|but) (?:if|whether|in case)',
    ),
    notAfter: anyOf('not$', 'am not$', 'never$', 'no$'),
  },
  // "If that stung, I am sorry."
  {
    is: pattern(
      '(?:if|in case|in the event that|supposing|assuming|should|to (?:the|whatever|any|some) (?:extent|degree)|insofar as|whether) (?:(?!if|;|—)[^ ]+ ){1,16}?(?:, |— )?(?:then |so |well |please )?(?:i (?:am |do |can only |want to |would like to |truly |sincerely |really |deeply |will )*)?(?:(?:so|very|truly|really|deeply|of course|my|all|please accept my|accept my|you have my) )*{sorry}',
    ),
    notIn: anyOf(
      ...OFFER,
      'would (?:still )?(?:have|be)',
      'even if',
      'as if',
      'if only',
      '(?:ask|know|wonder|asked|knew) (?:if|whether)',
    ),
    notAfter: anyOf(
      '(?:even|as|only|what|ask|asked|know|knew|wonder|wondered|tell|told|see|and|but|sure|unsure|not|say|said)$',
    ),
  },
  // "sorry you feel that way", "sorry that you see it as cheating"
  {
    is: pattern(
      '{sorry} (?:(?:that|because|to hear|to see|to learn|how|for how|about how|for the way|about the way|the way|for making it so|it is just that|for you that|, but|if) ){0,2}you (?:(?:have|had|were|are|been|do|did|must|might|may|would|will|could|seem to|seem|appear to|still|{adv}) ){0,4}?(?:{feel}|(?:t(?:ake|ook|aken)) (?:it|that|this|offence|things|everything|my|what|me|so|the)|(?:see|saw|view|viewed|perceive|perceived|interpret(?:ed)?|experience|experienced|consider(?:ed)?|regard(?:ed)?|read|find|found|understood|understand|heard) (?:(?:it|that|this|things|me|us|everything|our \\w+|my \\w+|what \\w+ \\w+) )?(?:as|that way|this way|so differently|differently|like that|wrong|so|hurtful|offensive|upsetting|difficult|hard|painful|cold|to be|in a|into|in that|otherwise|the wrong way)|think|thought|thinking|believe|believed|imagine|imagined|assume|assumed|suspect|misunderst\\w+|misread|misheard|misinterpret\\w*|reacted|react|got the (?:wrong )?(?:idea|impression)|get the (?:wrong )?(?:idea|impression)|had the (?:wrong )?(?:idea|impression)|have (?:a problem|trouble|difficulty|such a hard time)|can not (?:see|accept|understand|believe|get|let|trust|appreciate|take)|could not (?:see|understand|accept|handle|take)|do not (?:see|understand|agree|believe|like|trust|feel|appreciate)|did not (?:understand|like|see|feel|appreciate|enjoy))',
    ),
    notBefore: anyOf(
      '(?:me|my (?:lies|story|word|promises?)|her|him) (?:when|while|and|for|,|$)',
      'by me',
      'because i (?:lied|cheated|hid|slept)',
    ),
    notAfter: anyOf('not$', 'never$'),
  },
  // "sorry you got so upset", "sorry that you were offended"
  {
    is: pattern(
      '{sorry} (?:(?:that|because|to hear|to see|how|if|about how) ){0,2}(?:you|your feelings|your heart|your pride) (?:(?:have|had|{adv}) ){0,3}?(?:{be}|got|get|getting|became|become|have become|ended up|seem|seemed|feel|felt|look|took|go|went) (?:(?:made|left|{adv}|being|to be) ){0,4}{affect}',
    ),
    notBefore: anyOf(
      'by (?:me|my)',
      'because (?:i|of (?:me|my))',
      'in front of',
      'after i',
      '(?:when|that) i (?:lied|cheated|hid|slept|left)',
    ),
    notAfter: anyOf('not$', 'never$'),
  },
  {
    is: pattern(
      '{sorry} (?:that |because )?(?:it|this|that|things) (?:made|makes|has made|have made|left|leaves) you (?:\\w+ )?(?:feel|think|so|that)',
    ),
  },
  {
    is: pattern(
      '{sorry} (?:for|about|that) (?:how|the way) (?:that )?(?:you|it made you|this made you|things made you) (?:feel|felt|are feeling|took|see|saw|reacted)',
    ),
  },
  {
    is: pattern(
      '{sorry} (?:for|about) your (?:\\w+ )?(?:feelings?|reaction|perception|impression|interpretation|hurt feelings|confusion)',
    ),
  },
  // "any pain I may have given", "whatever I did to …"
  {
    is: pattern(
      '(?:{sorry}|ask (?:for )?your pardon|make amends|pardon|forgive me) (?:(?!;|—)[^ ]+ ){0,4}?(?:any(?! more| longer| time|more|one else)|whatever|anything|whichever|any of (?:this|it|that)) ?(?:(?:[^ ;—]+ ?){0,8})',
    ),
    notAfter: anyOf('not$', 'never$', 'without$'),
    notIn: anyOf(
      '(?:not|never|without|hardly|from|in|at|to|than) (?:\\w+ )?any',
      'whatever (?:you|happens|comes|it takes)',
      'did not [^.]* any',
    ),
  },
  // hedged harm: "sorry, I may have hurt you"
  {
    is: pattern(
      '{sorry} (?:(?!;|—)[^ ]+ ){0,7}?(?:i|it|this|that|my \\w+|what i \\w+|things) (?:may|might|could possibly|perhaps|maybe|possibly|probably|apparently|supposedly) (?:well )?(?:have|has|be|caused?|hurt|upset|came|seemed)',
    ),
    notAfter: anyOf('not$'),
  },
  {
    is: pattern(
      '(?:perhaps|maybe|possibly|apparently|supposedly|it seems|it may be that|it might be that|i may have|i might have|i guess i|i suppose i|it is possible) (?:(?!;|—|[.!?])[^ ]+ ){1,10}?(?:, |— )?(?:and |so |for (?:that|which|this) |then |if so |but )*(?:i (?:am |do |truly |really |want to )*)(?:so |very |truly )?{sorry}',
    ),
  },
  {
    is: anyOf(
      '{sorry} (?:, )?(?:i guess|i suppose|if you like|if you must|if that is what you want|if that helps|okay|ok)',
      '(?:i guess|i suppose) i (?:am|should be|owe|have to be|ought to be|must be) (?:an )?{sorry}',
      'if you (?:want|need|insist on) an apology',
    ),
  },
];

export const conditional: Category = {
  rule: 'conditional',
  name: 'An “if”, or your partner’s feeling, in the place of the act',
  why: 'It leaves open whether there was harm, or makes the feeling the problem. The person who was hurt may hear that the hurt is in doubt.',
  question: 'What do you know for sure that you did, and that it did to them?',
  example: 'I hid the letters in the garage, and finding them broke your trust in me.',
  find: (sentence) => matches(sentence, WAYS),
  canBeTakenBack: true,
};
