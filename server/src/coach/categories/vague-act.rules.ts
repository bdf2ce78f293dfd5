import { matches, type Category, type Way } from '../finding.rules.js';
import type { Sentence } from '../text.rules.js';
import { anyOf, has, pattern } from '../words.rules.js';

/** Words of the same look that name no act: "letting you down by saying sorry". */
const SAID_ONLY =
  /(?:say|saying|said|tell|telling|told|write|writing|wrote)(?: you)?(?: that)?(?: i am| how| i)? (?:so |very |truly |really |deeply |how )*(?:sorry|ashamed)|keep|kept on|take (?:full )?(?:responsibility|blame)|taking (?:full )?(?:responsibility|blame)|own up/gu;
const DID = anyOf(
  '(?:i|we|me|my|mine|by|for|of|about|and|:|was|were|is|when i|that|how i|in|with|after|while|from) (?:{adv} |have |had |was |been |to |the |your |her |his |our |not |you |those |all |these |such |about )*{act}',
  '(?:the|my|a|an|your|her|his|our|with|those|these|of|in|on|at|about|for|to|,|:|and|all|secret|two|three|four|five|six|seven|\\d+) (?:\\w+ ){0,2}{actNoun}',
  '{actNoun} (?:with|to|from|at|in|on|about)',
);
/** Whether a stranger could tell from these words what was done. */
export const namesAct = ({ norm }: Sentence): boolean => has(norm.replace(SAID_ONLY, ' '), DID);

const NP =
  '(?:{adv} |of |the |my |our |these |those |some |many |any |any and |this |that |such |past |own |full |old |recent |previous |many of the |whole |entire |a lot of |lots of |several |various |numerous |countless |certain |other |{bad} |\\w+ing |great |worst |earlier )*(?:(?<=(?:the|my|our|this|these|all|such|that) )(?:\\w+ )?)?(?:{generic})(?:(?: and| or|,)(?: \\w+){0,2} {generic})*';
const TAIL =
  '(?= [.,;!?—]|$| (?:and|but|that|i|which|so|to|you|we|from|between|with|of|last|this|in|on|over|at|during|these|for|because|when|while|again|towards?|now|then|back|as|has|have|had|went|happened|he|she|it|was|were|is|are|caused|since|all|both|made|around|regarding|deeply|very|more|sincerely|truly|so much|hurt))';
/** "how I behaved", "what I did to you", "hurting you". */
const CLAUSE =
  '(?:{adv} )*(?:(?:all |everything |the things |the thing |the (?:pain|hurt|harm|damage|trouble|suffering|grief|heartache|misery|distress|mess|chaos|hell|upset|sadness|sorrow|wrong|wrongs|injury|disappointment|anguish|stress|heartbreak)(?: and (?:\\w+ )?\\w+)? )*(?:what|that|which|how|the way|the ways|the things|all|everything|pain|hurt|harm|damage)? ?(?:that )?(?:i|we) (?:{adv} |have |had |may have |was |ever )*(?:did|done|caused|behaved|acted|treated|handled|put you|made you|became|been|was(?= [.,;!]|$| to| as| towards| with| in| that)|brought|inflicted|created|conducted|reacted|carried on|dealt|messed|hurt you|wronged|responded|let (?:it|things|this|you|everyone)|went about|gave you)|(?:{adv} )*(?:letting|hurting|disappointing|failing|wronging|betraying|upsetting|harming|mistreating|causing|messing|screwing|ruining|being|not being|having been|acting|behaving|treating|putting you|getting it|doing|making (?:mistakes|a mess|bad|poor|wrong|such)|breaking (?:your trust|your heart|us|our trust|trust)|going wrong|the wrong|the pain|the hurt|the harm|the damage|the trouble|the suffering|all the (?:\\w+ )?(?:pain|hurt|harm|damage|trouble|suffering|grief|heartache|tears|upset)|any pain))';
const STATE_OF_MIND =
  '(?:{sorry}|ashamed|guilty|responsible|responsibility|accountable|accountability|blame|terrible|awful|bad|horrible|disgusted|sick|sad|embarrassed|remorse|forgiveness|pardon|amends|fault|mortified|dreadful|forgive me|forgive us|excuse me|contrite|devastated|blameworthy|answerable)';

const WAYS: readonly Way[] = [
  // "what I did cannot be undone", "there are things I am not proud of"
  {
    is: pattern(
      '(?:^|[,;—"] |(?:and|but|because|that|know|knowing|see|so|since|how) )(?:what|all|everything|the things?|the thing|the way|how) (?:that )?i (?:{adv} |have |had )*(?:did|done|caused|behaved|acted|treated you|have been|handled (?:it|this|things))(?: to (?:you|us|our \\w+|the \\w+))? (?:{adv} )*(?:can|could|will|would|has|had|must|was|is|hurt|broke|cost|left|makes|made|haunts|shames|ruined|destroyed|damaged|deserves|cannot|should|may|needs|does|did|went|put|took|wounded|devastated|caused|still|has)',
    ),
    notBefore: anyOf('^(?:to )?(?:lie|sleep|write|kiss|open|read|take|hide|sell)\\w*'),
    notAfter: anyOf('(?:ask|tell|told|whether|if)$'),
  },
  {
    is: anyOf(
      '(?:there (?:are|were|have been|is|was)|i have (?:done|said)?|i did|i have done) (?:{adv} |many |some |a lot of |lots of |several |plenty of |a few |so many |certain |too many )*(?:things|stuff|moments|times|choices|mistakes|something|decisions) (?:that |which |when )?(?:i (?:{adv} )*(?:am not|did|regret|should|wish|did not|cannot|can not|would|hate|have done|was not|could have|would like|take back)|you (?:did not deserve|should never)|were wrong|to be ashamed)',
      'i (?:{adv} |have |had |know i )*(?:failed you|let (?:you|us|you all|everyone|everybody|our \\w+|the \\w+) down|wronged you|did you wrong|done you wrong|mistreated you|was unfair to you|betrayed (?:your trust|our trust))(?: (?:and (?:\\w+ )?\\w+|badly|so badly|terribly|deeply|again|completely|as (?:a|your) \\w+|both))?(?= [.!;,]|$)(?! [,;] (?:i|by|when))',
      '(?:my|the) (?:{adv} |own |past |recent |terrible |bad |poor |awful )*(?:actions|behaviou?r|conduct|mistakes|choices|decisions|wrongdoing|failings|errors) (?:{adv} |has |have |had |can |could |will |must )*(?:\\w+)',
      '(?:accept|have|take|feel|face|carry|live with|deal with|bear|am facing|answer for) (?:{adv} )*(?:the )?(?:full |all |my )?(?:blame|consequences|responsibility|guilt|accountability|fault|regret) (?:for|of|about|over) (?:{adv} )*(?:{generic}|what (?:i|went|happened)|how i|the (?:\\w+ )?(?:{generic})|my (?:\\w+ )?(?:{generic}))',
      '(?:it was|that was|this was) (?:{adv} )*(?:wrong|unforgivable|inexcusable|terrible|awful|stupid|selfish|horrible|bad|unfair|a mistake|my mistake) (?:{adv} )*(?:of me|on my part|and i)',
      'i (?:{adv} |have |had |do |did )*(?:a lot|much|so much|many things|plenty|some things|something) (?:{adv} )*(?:to (?:apologi[sz]e|answer|be sorry|make up|atone) for|i regret|wrong)',
      'i (?:{adv} |do )*(?:regret|am sorry for|am ashamed of) (?:{adv} )*(?:my part|the part i played|my role|the role i played|who i (?:was|became|have become)|the (?:person|man|woman) i (?:was|became)|the (?:past|last) (?:\\w+ )?(?:year|years|months|weeks)|last (?:year|month|summer|winter|night|week))',
    ),
    notAfter: anyOf('(?:not|never|nobody|whether|if|told you|said)$'),
    notIn: anyOf(
      '(?:actions|behaviou?r|conduct|mistakes|choices|decisions|errors) (?:at|on|with|about|towards|is not|in|and|to|was (?:to|telling|that)|of|:|as)$',
    ),
  },
  // "sorry for everything", "ashamed of the way I acted"
  {
    is: pattern(
      `${STATE_OF_MIND} (?:{adv} |, )*(?:to you )?(?:(?:for|about|of|over|by|at|that|to have|to you for|regarding|on account of|with|in) )(?:{adv} )*${NP}${TAIL}`,
    ),
    notIn: anyOf(
      'any|anything|whatever',
      '(?:for|about|of|over|that) (?:it|this|that) (?:was|is|has|had|were)$',
      'responsible for (?:the|our) (?:kids|children)',
      '(?:in|that) (?:it|this|that|everything|all|things)',
      '(?:in|with|by|at) (?:{adv} )*(?:that|this|it|everything)',
    ),
    notAfter: anyOf('(?:not|never|nobody|no one is|you are|you are not|not at all|nothing to be|your|less|her|his)$'),
  },
  {
    is: pattern(`${STATE_OF_MIND} (?:{adv} |, )*(?:to you )?(?:(?:for|about|of|over|by|at|to you for) )?${CLAUSE}`),
    notAfter: anyOf('(?:not|never|nobody|you are|you are not|nothing to be|your|her|his)$'),
    notIn: anyOf(
      '{sorry} (?:that )?i (?:{adv} |have |had )*(?:did not|was not|had|made you|caused you to|put you in|gave you (?!pain|hurt|hell))',
      '{sorry} (?:that )?i (?:was|became|been)(?! such| a| so)',
      '{sorry} i did$',
    ),
  },
  // "I regret my actions"
  {
    is: pattern(
      `(?:i|we) (?:{adv} |do |can |will |want to |have to |must |would like to |fully |freely |have |am )*(?:regret|own|own up to|admit|acknowledge|confess|take (?:full |all |complete |total )?(?:responsibility|ownership|blame) (?:for|of)|accept (?:full |all |the )?(?:responsibility|blame) for|answer for|apologi[sz]e for|rue|repent(?: of)?|stand by|accept|atone for|make up for|face up to|recogni[sz]e|deplore|hate|am not proud of|not proud of|feel bad about|feel guilty about|feel terrible about) (?:to )?(?:{adv} )*(?:${NP}${TAIL}|${CLAUSE})`,
    ),
    notAfter: anyOf('(?:not|never|whether|if)$'),
    notIn: anyOf(
      '(?:accept|recogni[sz]e|acknowledge|own|admit|hate|stand by|regret|confess)(?: to)? (?:{adv} )*(?:it|this|that|all of it|that i (?:was|did|had|let|made|have))',
      'accept (?:{adv} )*(?:everything|anything|all|whatever)',
      'own (?:the|my|our) (?:business|part of the)',
    ),
  },
  {
    is: anyOf(
      '(?:regret|own|admit|hate|am not proud of|regretted|ashamed of|sorry for|sorry about|apologi[sz]e for|responsible for|responsibility for) (?:{adv} )*(?:it|it all|this|that|all of (?:it|this|that)|all this|all that)(?= [.!;,]|$| (?:more|every|so|deeply|very|with|now|all|and))',
    ),
    notAfter: anyOf('not$'),
  },
  // "I made mistakes", "I did wrong"
  {
    is: pattern(
      '(?:i|we) (?:{adv} |have |had |know i |did |do )*(?:made|make|committed|done|did|do) (?:{adv} )*(?:a |an |some |many |lots of |a lot of |several |so many |too many |the |my |such |these |those |certain |a few |plenty of |more |all these |my share of |one )*(?:(?:{bad}|worst|biggest|very|few|real|whole|most|few|many|past|human|worse) )*(?:mistakes?|errors?|choices?|decisions?|wrongs?|things?|mess|damage|harm|wrong|something|stuff|misstep|missteps|judgements?|sins?|some (?:wrong|bad|terrible|awful|stupid|horrible|unforgivable)(?: things)?|hurt|a number on)(?: (?:that |which )?(?:{adv} )*(?:{bad}|i (?:regret|am not proud|should not|can not)|to you|you did not))?',
    ),
    notIn: anyOf(
      '(?:done|did|do|made|make) (?:the|this|that|one) (?:things?|decisions?|choices?)$',
      '(?:did|do) not ',
      '(?:made|make) (?:{adv} )*(?:the |a |my )?(?:things?|decisions?|choices?|hurt|wrong|something|stuff)$',
      '(?:did|do|done) (?:{adv} )*(?:hurt|choices?|decisions?)',
      '(?:did|done|do) (?:the|my|these|those|a few|such|a lot of|more|a) (?:things?|stuff)$',
    ),
    notAfter: anyOf('(?:not|never|if|whether)$'),
  },
  {
    is: anyOf(
      'i (?:{adv} |have |had |know i |know that i )*(?:messed (?:up|it|things|everything)|screwed (?:up|it|things|everything)|fucked up|stuffed up|blew it|blown it|got it (?:all |so |very |badly |terribly )*wrong|went (?:badly |so |terribly |very )*wrong|gone wrong|behaved (?:{adv} )*(?:badly|terribly|awfully|poorly|wrongly|appallingly|like|in a|selfishly|shamefully|disgracefully|stupidly|horribly|unforgivably|abominably|dreadfully|wrong)|acted (?:{adv} )*(?:badly|terribly|wrongly|poorly|selfishly|like a|in a|stupidly|shamefully|foolishly|horribly|out of|wrong|without)|treated you (?:{adv} )*(?:badly|terribly|poorly|wrongly|unfairly|horribly|awfully|like|in a|with|so|wrong)|(?:was|have been|had been|am|being) (?:{adv} )*(?:not )?(?:a |an |the |such a )*(?:{adv} )*(?:terrible|bad|awful|horrible|lousy|rotten|poor|worst|selfish|good|best|great|perfect|shitty|crap|useless|better|faithful) (?:{kin}|person|human being)|was (?:not )?(?:{adv} )*(?:in the wrong|out of (?:line|order)|at my worst|a jerk|an idiot|an ass|a fool|the bad guy)|let (?:things|it|this) (?:slide|happen|get|go)|did wrong|have done wrong|did you wrong|wronged you|crossed (?:a|the|some) lines?|overstepped|did something (?:{adv} )*(?:{bad})|have things to be ashamed|have sinned|fell short|have (?:many |my |some )?(?:faults|failings)|could have done better|should have done better|did not do right|have not (?:been|behaved|acted|treated)(?: \\w+){0,4}(?:well|right|best|good|fair|fairly|properly|perfect|kind))',
    ),
    notAfter: anyOf('(?:not|never|if|whether|when|said|blamed you and)$', '(?:say|said) that$'),
    notIn: anyOf('good|great|better|perfect|best|faithful$'),
  },
  {
    is: anyOf(
      'i (?:{adv} |have |had )*(?:was not|have not been|had not been|am not|was never|have never been) (?:{adv} )*(?:a |an |the |such a )*(?:{adv} )*(?:good|best|great|perfect|better|faithful|proper|honest|loving|decent) (?:{kin}|person)',
      'i (?:{adv} |have )*(?:messed|screwed|fucked|stuffed) (?:up|it|things|everything)',
      'i (?:{adv} |have )*(?:was|been) (?:{adv} )*not (?:{adv} )*(?:perfect|at my best)',
    ),
  },
  // "What I did was wrong", "my behaviour was inexcusable"
  {
    is: pattern(
      '(?:(?:what|all|everything|the things?|the thing) (?:that )?i (?:{adv} |have |had )*(?:did|done|caused)(?: to (?:you|us|our \\w+|the \\w+))?|(?:my|the|our) (?:{adv} |own |past |recent |bad |whole )*(?:actions?|behaviou?rs?|conduct|mistakes?|choices?|decisions?|errors?|wrongdoings?|failings?|sins?|attitude|failures?|misdeeds?|deeds?|situation|ways|faults?)|how i (?:{adv} )*(?:acted|behaved|treated you|was)|the way i (?:{adv} )*(?:acted|behaved|treated you|was)|mistakes|bad (?:choices|decisions|things)|things|wrong (?:choices|decisions|things)|errors|poor (?:choices|decisions)|stuff|something) (?:{adv} |has |have |had |can |could |will |should |would )*(?:(?:was|were|is|are|be|been) (?:{adv} |not |a |an |so |beyond |such a |without |far |completely )*(?:{bad}|excuse|forgivable|acceptable|excusable|mistake|mistakes|words|made|done|hidden|said|kept|shame|sin|betrayal|disgrace|deplorable|beneath|of me|my fault|hard to|painful|devastating|betraying|beyond)|hurt you|caused|harmed|damaged|broke (?:your|us|our)|destroyed|led to|got out|went (?:too far|wrong|on)|happened|got (?:lost|out|broken)|put you|made you|affected|ruined|wounded|devastated|betrayed your)',
    ),
    notIn: anyOf('was (?:{adv} )*(?:my )?(?:mistake|choice|decision)s?$'),
    notBefore: anyOf('^: ', '(?:was|is|were) (?:to|telling|that|sleep|hid\\w*|lying)'),
    notAfter: anyOf('(?:not|never|when|told you|tell you|said|whether|if|your|her|his)$'),
  },
  {
    is: anyOf(
      'i (?:{adv} )*(?:should|ought) (?:{adv} )*(?:not|never)(?: {adv})* (?:to )?have (?:{adv} )*(?:done|acted|behaved|let|treated|said|allowed|put) (?:{adv} )*(?:it|this|that|what i|so|any|things|these|those|something|anything|like|the way|you|as i|badly|some)(?: did| like that| of it| happen| this| that| way)?',
      'i wish i (?:{adv} )*(?:had not|could undo|could take back|never|could change) (?:{adv} )*(?:done|had|it|what|everything|things|all|the past|that)(?: \\w+)?',
      '(?:forgive|excuse|pardon) (?:{adv} )*(?:me for )?(?:the things|everything|what|my (?:{adv} )*(?:{generic})|all|it|this|that|the (?:{adv} )*(?:{generic}))',
      'i (?:{adv} )*(?:know|understand|see|realise|realize|accept|admit) (?:that )?(?:{adv} )*(?:what i did|how i (?:acted|behaved)|my (?:actions|behaviou?r|mistakes|choices))',
      'make up for (?:{adv} )*(?:it|this|that|everything|what i|my (?:{generic})|all|the (?:past|pain|hurt|damage))',
      '(?:take|accept|own) (?:{adv} )*(?:full |all |complete |total )?(?:responsibility|blame|ownership)(?= [.!]|$)',
    ),
    notIn: anyOf(
      '(?:know|understand|see|realise|realize|accept) (?:that )?what i did$',
      'have (?:{adv} )*(?:let|said|put|allowed) (?:you|it|this|that|anything|something)',
      'i (?:{adv} )*(?:accept|own) (?:blame|responsibility)',
      'excuse (?:{adv} )*(?:it|this|that|what|everything|all)',
    ),
    notAfter: anyOf(
      '(?:not|never|whether|if|do|does|does not|cannot|not ask you to|can|no|nothing|tell you|you to)$',
      'not(?: \\w+){0,6}$',
    ),
  },
];

export const vagueAct: Category = {
  rule: 'vague_act',
  name: 'An act without a name',
  why: 'The words could stand for anything. The person who was hurt may wonder whether you and they mean the same act.',
  question: 'What exactly did you do, so that someone who was not there would understand?',
  example: 'I slept with someone from my choir in May, and told you I was at practice.',
  find: (sentence) => (namesAct(sentence) ? [] : matches(sentence, WAYS)),
  canBeTakenBack: false,
};
