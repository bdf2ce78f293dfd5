import { matches, type Category, type Way } from '../finding.rules.js';
import { anyOf, pattern } from '../words.rules.js';

const WILL =
  '(?:(?:i|we) (?:{adv} |do |can |hereby |solemnly )*(?:will|shall|am (?:never )?going to|are (?:never )?going to|promise|swear|vow|pledge|guarantee|would|give you my word|assure you|can promise|intend to|mean to) (?:you |to |that |i will |we will |i |to you |to you that |on \\w+ \\w+ |on everything |, )*)';
const BOUND = anyOf(
  '(?:until|till|for the next|for (?:one|two|three|four|six|a|\\d+) (?:days?|weeks?|months?|year)|this (?:week|month)|by (?:monday|friday|the end of)|through (?:january|february|march|april|may|june|july|august|september|october|november|december))',
);
/** A way for the other to see whether it is kept. */
const SEEN = anyOf(
  '(?:and|;|,|so) (?:{adv} )*(?:you (?:can|will|may|have|could) (?:{adv} )*(?:see|check|ask|look|read|open|get|hear)|i (?:have|will|am going to|gave|will also) (?:{adv} )*(?:given|gave|give|blocked|block|told|tell|show|handed|hand|sent|send|asked|ask|deleted|cancel\\w*|closed|signed|set up|shown|share|shared|moved)|our (?:therapist|counsellor)|dr|the (?:number|account|card|app) (?:is|has))',
);
/** Not a promise: doubted, refused, wished, told of another time. */
const NO_PROMISE = anyOf(
  '(?:not|never|no longer|can not|could not|nobody can|no one can|cannot|nor|without|stop|stopped|refuse to|hardly|impossible to) (?:{adv} |you |to |that |going to |able to |be |in a position to )*(?:promise|promising|swear|guarantee|say|tell|ask|vow|pledge|know|expect|hope)(?: \\w+){0,8}$',
  '(?:i|we) (?:{adv} |have |had )*(?:promised|swore|sworn|vowed|said|told|guaranteed|pledged|thought|believed|pretended|hoped)(?: \\w+){0,8}$',
  '(?:try|trying|hope|hoping|want|wish|wanting|would like|aim|learn|learning|afraid|fear|worry|doubt|wonder|do not know|whether|if|sure|even if)(?: \\w+){0,5}$',
  '(?:no|not|without) (?:\\w+ ){0,3}promises?(?: \\w+){0,4}$',
);
const BROAD =
  '(?:{adv} |so much as |going to )*(?:hurt|glance|peek|speak to (?:another|any)|talk to (?:another|any)|see (?:another|any)|(?:drink|gamble|bet|smoke|swear|touch a (?:drop|drink|card)|tell a lie|text (?:another|any)|lose my temper|raise my voice)|harm|disappoint|let (?:you|us|anyone|anybody|the \\w+|my \\w+) down|lie|fail|betray|deceive|cheat|make you (?:cry|sad|doubt|feel|suffer|worry|question|wait|unhappy|angry|ashamed)|cause|give you (?:{adv} )*(?:a |any |another |cause|reason)|keep (?:{adv} )*(?:any|a|another|secrets|anything|things|something|one)|hide (?:{adv} )*(?:anything|a|any|things|something|one)|doubt|break (?:{adv} )*(?:your|a|another|any|my|our|the)|look at (?:{adv} )*(?:another|anyone|any|other|a)|think (?:of|about) (?:{adv} )*(?:another|anyone|any|other|a|her|him)|be (?:{adv} )*(?:tempted|dishonest|unfaithful|angry|selfish|late|that|like|so|cruel|unkind|cold|distant|the|weak|jealous|alone|apart|sad|anyone|interested|with (?:another|anyone)|attracted|disloyal|away)|get (?:angry|mad|it wrong|upset|jealous|tempted)|raise my|shout|forget|do (?:{adv} )*(?:it|this|that|anything|such|something|any|so)|mess|screw|want (?:{adv} )*(?:anyone|another|any|more)|leave (?:you|your)|stop (?:loving|trying|making|fighting|proving)|go back to|go wrong|make (?:{adv} )*(?:a|the|that|another|any|you) (?:\\w+ )?(?:mistakes?|sad|cry|same|wrong|feel)|make mistakes|repeat|take you for|put you through|treat you|abandon|ignore|neglect|touch (?:another|anyone|any)|love (?:another|anyone)|desire|flirt|stray|have (?:{adv} )*(?:secrets|eyes|feelings|another|any|to)|let (?:anything|anyone|it|this|that|us)|say (?:{adv} )*(?:no|a|anything|an)|upset|wound|argue|fight|complain|need (?:anyone|another)|slip|relapse|feel|tell (?:you )?(?:a|another|even)|speak (?:a|to you)|even|see you cry|give up|walk away|waste|withhold|mislead|change)';
const FEEL =
  '(?:{adv} |never |always |not |ever |have to |be able to )*(?:be |feel |feeling |have |being |become )*(?:(?:{adv} |the |a |so |as |again )*(?:happy|happier|happiest|safe|safer|proud|loved|secure|content|fine|ok|okay|glad|free|at peace|peace|cherished|adored|whole|healed|over (?:it|this)|joyful|grateful|treated like|queen|king|princess|luckiest|certain|sure|able to trust|cry|worry|worrying|doubt|wonder|suffer|regret|recogni[sz]e|fear|check|hurt|sad|lonely|shed|unhappy|afraid|second-guess|question|feel pain|look over|love me|trust (?:me|us)|see me|forget (?:it|this|all|the|that|about|what|her|him|any)|notice|think about (?:it|this|her|him|leaving)|want for|need anyone|lack|miss|forgive me|thank me|get over|never know|smile|laugh|believe|have (?:any|a|no|nothing|another)))';

const WAYS: readonly Way[] = [
  {
    is: pattern(`(?:i|we) (?:am|are) (?:{adv} )*never (?:{adv} )*(?:ever )?going to ${BROAD}`),
    unless: BOUND,
    notAfter: NO_PROMISE,
  },
  // "I will never hurt you again"
  {
    is: pattern(
      `(?:${WILL}|(?:i|we) )(?:{adv} )*(?:never|not ever|not once|not|no longer)(?: (?:, )?(?:ever|again|once|for one second|even))*,? ${BROAD}`,
    ),
    unless: BOUND,
    notAfter: NO_PROMISE,
    notIn: anyOf(
      '^(?:i|we) (?:{adv} )*(?:never|not|no longer)',
      '^(?:i|we) (?:{adv} )*(?:would|do|promise|swear|vow)(?: {adv})* not (?!ever|lie|hurt|let|cheat|deceive|betray|disappoint|fail)',
      '(?:will|am going to|would|shall) not (?!ever|hurt|let you down|disappoint|fail you|betray|cheat|deceive|lie to you|break your)',
      'would (?:{adv} )*(?:never|not) ',
      'never (?:{adv} )*(?:forget|stop trying|say (?:a|an)|ask|feel|go back to her|have to)$',
      'never (?:{adv} )*(?:forget|change) (?:the|what|your|how|that)',
      '(?:not|never) (?:{adv} )*(?:forget|need|argue|ignore|complain|feel|change|say no|fight)$',
    ),
    notBefore: anyOf(
      '(?:\\w+ ){0,10}(?:and|;) (?:{adv} )*(?:i have (?:given|blocked|told|handed|deleted|asked|signed)|you can (?:see|check))',
      'what (?:i|you)',
      'if you (?:want|decide|go|leave|ask)',
    ),
  },
  {
    is: pattern(
      `${WILL}(?:{adv} )*(?:never|not)(?: (?:, )?(?:ever|again|once|even))*,? ${BROAD}(?:(?! ;).)*(?:again|ever|as long as|for the rest|in any way|anyone else|any other|another (?:woman|man|secret|lie)|for as long|in my life|until i die)`,
    ),
    unless: BOUND,
    notAfter: NO_PROMISE,
    notBefore: SEEN,
    notIn: anyOf('never (?:{adv} )*(?:be|feel|go back|see|write|contact|meet|talk|call|text) (?:to )?(?:her|him)'),
  },
  // "I will always be honest"
  {
    is: pattern(
      `(?:${WILL}|from (?:now|today|this day)(?: on| forward| onwards?)? ,? ?(?:i|we) (?:will |am going to |shall )?)(?:{adv} |be |only |tell you |from now on |from today |every single |in every )*(?:always|forever|for ever|eternally|every (?:single )?(?:day|minute|second|hour|moment|night|morning|time|thing|word|thought|wish)|for the rest of|at all times|every last|completely|totally|absolutely|perfect|perfectly|a hundred percent|100 ?%?|one hundred per ?cent|entirely|in every way|without fail|till (?:the day|death)|until (?:the day )?i die|as long as i live|no matter what|whatever (?:happens|you|it takes|it costs)|anything (?:you|for you|it takes|in the world|at all)|everything (?:you|in my power|for you|right|better|perfect|i (?:think|feel|do))|nothing but|the best|a (?:\\w+ )?(?:new|different|changed|better|perfect|model|transformed|good|great|wonderful|honest|faithful) (?:\\w+ )?(?:{kin}|me|version|human being|life)|the (?:{adv} )*(?:perfect|best|ideal|greatest|most|husband you|wife you|man you|woman you|person you|partner you|kind of) ?(?:{kin})?|the moon|the world|heaven|your (?:every|rock|slave|best)|(?:every|all) (?:your|of your))`,
    ),
    unless: BOUND,
    notAfter: NO_PROMISE,
    notIn: anyOf(
      '^(?:i|we) (?:{adv} )*would (?!always|never|do anything|give)',
      'will (?:{adv} )*(?:not|have to|always (?:know|carry|regret|remember|be (?:sorry|ashamed|the one|someone who|answerable|responsible)|live with))',
      'not (?:{adv} )*(?:always|be|promise)',
      'every (?:single )?(?:day|night|morning|evening|time)$',
      'tell you (?:everything|anything) (?:you)$',
      '(?:tell|answer|show|give) (?:you )?(?:{adv} )*(?:anything|everything) (?:you)',
      'whatever (?:you|happens|it costs)$',
      '(?:accept|respect|answer|pay|live with|take) (?:{adv} )*(?:whatever|everything|anything)',
      'completely|entirely|absolutely$',
      'try|hope',
    ),
    notBefore: anyOf(
      '(?:[^ ;—]+ ){0,12}(?:until|for (?:two|three|six|\\d+) (?:weeks|months))',
      'at (?:six|seven|eight|nine|ten|five|noon|\\d)',
      'with (?:my|our|the) (?:therapist|sponsor|statement)',
      'by (?:five|six|seven|eight)',
      'in our session',
      'on (?:mondays|fridays|sundays)',
    ),
  },
  {
    is: pattern(
      '(?:i|we) (?:{adv} )*(?:will|am going to|shall|promise to|swear to|are going to|can|would) (?:{adv} |be )*(?:completely|totally|absolutely|perfectly|entirely|fully|100 ?%?|one hundred per ?cent|a hundred per ?cent|always|forever) (?:{adv} )*(?:honest|faithful|open|transparent|loyal|truthful|devoted|different|trustworthy|yours|sober|there|committed|reliable|patient|kind|change|changed|dedicated|love|protect|choose|support|put|make|cherish|be)',
    ),
    notAfter: NO_PROMISE,
    unless: BOUND,
    notIn: anyOf('can (?:{adv} )*(?:not|never)', 'will (?:{adv} )*always (?:be )?(?:sorry|ashamed)'),
  },
  {
    is: anyOf(
      '(?:i|we) (?:{adv} )*(?:am|have|have become|are) (?:{adv} )*(?:become )?(?:already )?(?:a )?(?:{adv} )*(?:changed (?:forever|completely|totally|man|woman|person|for good|into)|(?:new|different|changed|transformed|better|reformed) (?:man|woman|person|husband|wife|human))',
      '(?:i|we) (?:{adv} )*(?:will|am going to|shall) (?:{adv} )*(?:change (?:completely|everything|overnight|totally|for (?:good|ever|you)|my whole|forever|who)|become (?:a|the|everything|whatever|your)|be (?:{adv} )*(?:everything|whatever|anyone|reborn|different|your|faithful|honest|loyal|true|perfect|good|better|there|transparent|an open|trustworthy|a (?:new|different|better|changed))|fix (?:{adv} )*(?:everything|it all|this|us|all|myself)|make (?:{adv} )*(?:everything|it all|all (?:of )?(?:it|this)|things|this|you|us|sure you) (?:{adv} )*(?:right|better|good|perfect|ok|okay|happy|up|the happiest|whole|never|always|feel|fine|proud|forget|stronger|trust|smile|work)|make (?:it|this|that|everything) (?:all )?up to you (?:{adv} )*(?:\\w+ )?(?:times|every|forever|for the rest|fold|over|however|no matter|completely|and (?:then|more))|make up for (?:{adv} )*(?:everything|it|all|every|what)|undo|erase|wipe (?:away|out)|repair (?:{adv} )*(?:everything|all|it all)|heal (?:{adv} )*(?:you|your|everything|all|us|every)|give you (?:{adv} )*(?:everything|anything|the (?:world|moon|stars|life|best|happiest)|all (?:my|the|of)|whatever|my (?:whole|life|heart|soul)|as much|more love)|do (?:{adv} )*(?:anything|whatever|everything|absolutely)|love you (?:{adv} )*(?:forever|until|till|more than|for ever|always|for the rest|like no|no matter|to the end|every)|spend (?:{adv} )*(?:the rest|my (?:whole|entire|life)|every|all my|a lifetime|my remaining|each)|dedicate (?:my|every|all)|devote (?:my|every|all)|live (?:only )?for you|worship|treat you like|win (?:you|back|your)|earn (?:back )?(?:{adv} )*(?:all|every|your (?:full|complete|total))|prove (?:{adv} )*(?:to you |it |myself |my \\w+ )*(?:every|forever|for the rest|each|a (?:hundred|thousand|million))|pay (?:you )?back (?:{adv} )*(?:a|ten|double|everything|tenfold|with)|never leave your|be by your side|stand by you (?:forever|no|always|until)|move mountains|walk through|die for you|protect you (?:from|always|forever))',
    ),
    notAfter: NO_PROMISE,
    unless: BOUND,
    notIn: anyOf(
      'will (?:{adv} )*(?:be (?:there|honest|good|true|faithful|better|your|transparent|loyal)|make (?:this|things|it) (?:right|better|good)|become|do everything|do whatever|make sure you|change who)$',
      'be (?:there|honest|transparent|good|true) ?$',
      'do whatever (?:you|the|our)',
    ),
    notBefore: anyOf(
      '(?:at|on|in) (?:six|seven|eight|nine|ten|\\d|monday|our|the|session|friday|sunday|court)',
      'with (?:dr|our|the|my)',
      '(?:[^ ;—]+ ){0,5}(?:can|have|need) (?:in court)',
    ),
  },
  // "from now on everything will be perfect"
  {
    is: anyOf(
      '(?:everything|things|life|the rest of (?:our|your|my) \\w+|our (?:days|nights|love|home|life|marriage|future|relationship|love|family)|it|all|we|this|nothing|tomorrow|the future|every day) (?:{adv} |from now on |from today |between us |about me |here )*(?:will|is going to|are going to|shall|can) (?:{adv} |not |never |only )*(?:be (?:{adv} |like |as |even |a |the |not )*(?:perfect|different|better|fine|ok|okay|good|great|wonderful|normal|it was|new|beautiful|stronger|happy|happier|happiest|closer|amazing|unbreakable|inseparable|paradise|alright|all right|easy|before|we were|they were|as good|strong|sorted|behind us|healed|forgotten|together forever|forever|happily|bright|great again|back to)|work out|go back to|get better|happen|change (?:forever|completely|for)|come between|hurt (?:you|us)|harm|go wrong|break|separate|tear|touch|stand (?:in|between)|threaten|make me (?:lie|cheat|stray)|stop me|last forever|come out (?:of this )?stronger|be (?:any )?(?:secret|secrets|lies|problem|doubt)|survive anything|grow old|live happily|matter (?:more|but)|repeat|ever)',
      '(?:it|this|that|such a thing|anything like (?:it|this|that)|nothing like (?:it|this|that)|there) (?:{adv} )*(?:will|shall|is going to|could|can|would) (?:{adv} )*(?:never|not|be no|only be)(?: {adv})*(?: ever)? (?:{adv} )*(?:happen|occur|be|come|repeat|take place|more|lies|secrets|again|another|any)(?: (?:again|ever|any more|a next|no more|\\w+))?',
      'never again(?= [.,;!]|$| will| shall)',
      'no more (?:lies|secrets|mistakes|pain|tears|doubts|hurt|cheating)(?: ever| from| between|,|\\.|$| ever again)',
      'a fresh start|happily ever after|best years|brand new',
    ),
    notAfter: NO_PROMISE,
    unless: BOUND,
    notIn: anyOf(
      '^(?:it|this|that|there) (?:{adv} )*(?:will|can|could|would|is going to) (?:{adv} )*(?:not|never) (?:{adv} )*(?:be|come|any|more)(?: \\w+)?$',
      '^(?:it|this|that) (?:{adv} )*will (?:{adv} )*(?:be (?:{adv} |a |the )*(?:good|better|ok|okay|fine|easy|different|normal|new|alright)|get better|break|hurt you|change)$',
      'would (?:{adv} )*(?:not|never)',
      '(?:can|could|will) (?:{adv} )*not (?:{adv} )*(?:ever )?be (?:like|as|before)?',
      '(?:will|can|shall) (?:{adv} )*not (?:{adv} )*(?:be|hurt|change|stop)',
      'things will not',
    ),
    notBefore: anyOf('if you', 'for (?:you|me) to', 'undone', 'enough', 'overnight', 'because i (?:say|said|want)'),
  },
  // "you will never cry again"
  {
    is: pattern(
      `(?:you|your (?:heart|life|pain|tears|days|trust)) (?:{adv} |from now on |from today )*(?:will|shall|are going to|can|need|have|won) (?:{adv} )*(?:never |not |no longer |always |forever |only |soon )*(?:need to |have to |again |be able to |ever )*${FEEL}`,
    ),
    notAfter: NO_PROMISE,
    unless: anyOf(
      '(?:if|unless|whether|when|maybe|perhaps|may|might|hope)',
      'you (?:can|have|need) (?:{adv} )*(?:not |never )?(?:{adv} )*(?:be|feel|ask|see|check|cry|worry|know)(?! never)(?:(?!never|always|forever|again).)*$',
      'you (?:have|need|are)(?! going)(?:(?!never have to (?:worry|check|doubt|cry|wonder)).)*$',
    ),
    notIn: anyOf(
      '(?:will|shall|are going to|can|need|have) (?:{adv} )*(?:see me|notice|see|know|have (?:a|any)|check|feel|recognise|trust|have|believe|question|wonder|think about|miss|want|sure|smile)$',
      '(?:can|have|need) (?:{adv} )*(?:check|ask|see|question|cry|doubt|worry|believe)',
      'not (?:{adv} )*(?:have|feel|be|forget|believe|trust|miss)',
      'have (?:{adv} )*(?:a|any|no|nothing)$',
      'have to (?:check|question|look)',
      'see me (?:at|on|in)',
    ),
    notNext: anyOf(
      '(?:\\w+ )?(?:copy|key|number|letter|access|statement|call|message|text|answer|say|session|receipt)',
      'the (?:bank|statement|calendar|account)',
      'to (?:know|ask|answer)',
      'more (?:hard|bad|awful)',
    ),
  },
  {
    is: anyOf(
      '(?:guarantee|promise|swear|vow|assure you|bet|give you my word|am (?:{adv} )*(?:certain|sure|positive|convinced)|know|you have my word|mark my words|trust me|believe me|rest assured|can be (?:sure|certain)|have no doubt|without a doubt)(?: to you| you)? ?(?:,|;|—)? ?(?:{adv} |on (?:my|our) \\w+ )*(?:that )?(?:{adv} )*(?:you|we|it|everything|nothing|things|our \\w+|life|i|this|she|he)(?: {adv})* (?:will|can|are going to|is going to|shall)(?: {adv})* (?:never|always|be (?:{adv} |even |a |the )*(?:happy|happier|stronger|fine|ok|okay|better|different|perfect|safe|together|new|best|closer|over|faithful|loved|honest|proud)|love|trust|forgive|heal|get (?:through|over|past|better)|work|feel|survive|make it|come (?:back|out|through)|see (?:a|that|me)|forget|have (?:a|the|no)|succeed|change|last)',
      '(?:you can|you may) (?:{adv} )*(?:trust|count on|rely on|believe|depend on) (?:{adv} )*(?:me|us|my word|in me) (?:{adv} )*(?:forever|always|completely|now|with (?:anything|everything|your)|again|for (?:ever|life|good|the rest)|no matter|100|one hundred|blindly|totally|from now)',
      '(?:i|you) (?:{adv} )*(?:promise|have my (?:solemn )?(?:word|promise)|swear)(?: you)?(?: ,| :)? (?:{adv} )*(?:complete|total|perfect|absolute|eternal|undying|full|lifelong|everlasting|unconditional|100 ?%?) (?:\\w+ )?(?:\\w+)',
      '(?:a|one|ten|two) (?:hundred|thousand|million|billion|dozen) (?:\\w+ )?(?:times|fold|ways|over|promises|flowers|kisses)',
      '(?:\\w+ )?lifetimes?(?! of (?:lies|hurt|pain))|for (?:all )?eternity|forever and (?:ever|a day)|until the end of time',
      'for the rest of (?:my|our|your) (?:{adv} )*(?:life|lives|days)',
      'every (?:single )?(?:second|minute|hour|moment|breath|day) of (?:my|our|your|every|the)',
      '(?:as long as i live|until (?:my|the) (?:dying|last|day i die)|till (?:death|the day i die)|with every (?:breath|fibre|fiber)|to (?:my|the) (?:grave|end of (?:time|my)|moon)|with all my (?:heart and soul|being)|on my (?:life|children|mother|kids|grave)|on (?:our|the) (?:children|kids))',
    ),
    notAfter: NO_PROMISE,
    unless: anyOf(
      '(?:can not|cannot|do not|will not|could not|no one can|nobody can) (?:{adv} )*(?:promise|guarantee|swear|be sure|be certain|know)',
      'i (?:have )?(?:{adv} )*(?:promised|swore|vowed|lied|told you|said)',
      'i (?:do|did) not (?:{adv} )*know',
      'not sure|if you',
    ),
    notIn: anyOf(
      'know (?:{adv} )*(?:that )?(?:it|this|you|things|everything) (?:can|will|is going to)',
      'know (?:that )?(?:i|we|she|he|nothing) (?:will|can|shall)',
      '(?:sure|certain|positive|convinced) (?:that )?(?:i|she|he|it|this) (?:will|can) (?!always|never)',
    ),
    notBefore: anyOf('(?:\\w+ )?(?:carry|regret|know what i|be sorry|live with)'),
  },
];

export const overpromise: Category = {
  rule: 'overpromise',
  name: 'A promise nobody can keep',
  why: 'Nobody can keep it for sure, and it cannot be seen. One more broken promise would hurt again.',
  question: 'What small thing can you do, until when, and how could they see it?',
  example: 'I will tell you the same evening whenever she writes to me, until we look at it again in June.',
  find: (sentence) => matches(sentence, WAYS),
  canBeTakenBack: false,
};
