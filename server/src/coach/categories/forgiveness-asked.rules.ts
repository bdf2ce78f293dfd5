import type { Way } from '../finding.rules.js';
import { anyOf, pattern } from '../words.rules.js';

/** The start of a clause, or a word that opens an order or a plea. */
const START =
  '(?:^|[.!?;:—,"] |(?:please|just|now|so|and|then|but|kindly|simply|come on|oh|maya|darling|love|honey|dear|baby) (?:, )?(?:please |just |now |kindly )*)';
/** "I need you to …", "you have to …", "will you …" */
const PRESS =
  '(?:i (?:{adv} )*(?:need|want|ask|beg|expect|demand|urge|implore|hope|would like|am asking|am begging|plead with|would love|count on|rely on|trust) (?:that )?(?:for )?you (?:to|will|would)?|you (?:{adv} )*(?:have to|have got to|must|need to|should(?: be able to)?|ought to(?: be able to)?|had better|could at least|can at least|might at least|are supposed to|owe it to (?:me|us|our \\w+|the \\w+) to)|(?:can|could|will|would|are) (?:not )?you (?:not )?(?:going to |at least |ready to |able to )?|why (?:can|do|will|would) (?:not )?you (?:not )?|i (?:{adv} )*(?:wish|want|need|hope) (?:that )?you (?:would|could|can|will|to)|(?:it is|is it not|it is about|it is high) time (?:for you to|that you|you)|(?:the least|all) you (?:can|could|have to) do is|i beg you to|beg you|i pray you|tell me (?:that )?you(?: will)?|promise (?:me )?(?:that )?you(?: will)?|say (?:that )?you(?: will)?|you will (?:have to|need to)|we (?:{adv} )*(?:need|have|must|should|ought)(?: to)?|let us|can (?:not )?we (?:not )?|could we (?:not )?|why (?:can|do) (?:not )?we (?:not )?|(?:it would|i would|that would|i will) (?:{adv} )*(?:be|mean|help|love|like|appreciate)(?: \\w+){0,5}? if you (?:could|would|can|will|were to)|now it is (?:for|up to) you to|surely you can|i insist (?:that )?you|you might (?:{adv} )*|i (?:{adv} )*(?:want|need|would like) (?:us|this|things|it)(?: all)? to|i (?:{adv} )*(?:want|need) (?:us )?to)';
const LET_OFF =
  '(?:forgive|forgiving|forgave|pardon|absolve|accept my (?:\\w+ )?(?:apology|apologies)|let (?:it|this|that|things|go|me off|bygones|the past|us (?:move|start|put|go))|get (?:over|past|beyond|through) (?:it|this|that|your|what|everything|things)|move (?:on|forward|past|beyond)|put (?:it|this|that|everything|all (?:of )?this|all that|these things|things|the past|what happened|the whole thing) (?:all )?(?:behind|to (?:rest|bed)|away|aside|in the past)|draw a line|turn (?:the|a new|a) (?:page|leaf)|start (?:over|again|afresh|fresh|anew|from (?:scratch|zero))|wipe the slate|close (?:this|the|that) (?:chapter|book|matter|subject|case|door)|leave (?:it|this|that|the past|all this|everything|things) (?:all )?(?:behind|alone|be|there|in the past|at that|where)|forget (?:it|this|that|about|what|everything|the (?:past|whole)|all)|drop (?:it|this|the)|stop (?:{adv} )*(?:bringing|being|punish\\w*|ask\\w*|dwell\\w*|cry\\w*|talk\\w*|dragg\\w*|remind\\w*|go\\w*|doubt\\w*|hold\\w*|throw\\w*|check\\w*|blam\\w*|mak\\w*|think\\w*|treat\\w*|torment\\w*|sulk\\w*|rak\\w*|act\\w*|look\\w*|shut\\w*|push\\w* me|mention\\w*|question\\w*|test\\w*|hat\\w*|this|living|keeping)|trust(?:ing)? me|believe(?:ing)? me|believe in (?:me|us)|give (?:me|us|this|it|our \\w+) (?:{adv} )*(?:a|an|another|one|your|the|time to|some|back|this|credit)|take me back|have me back|come (?:back|home)|stay(?: with me| together| married| here)?(?= [.,;!?]|$| for| and)|not (?:leave|go|divorce)|be (?:happy|normal|together|close|intimate|with me|ok|okay|fine|us|a family|a couple|friends|kind|nice|good|grateful|glad|over|past|done|able)|go back to|return to|let me (?:come|back|in(?= )|stay|hold|explain|show|make|be|move back|see the)|love me|kiss me|hug me|hold me|sleep with me|touch me|make love|show (?:me )?(?:some )?(?:mercy|grace|kindness|forgiveness)|have (?:some )?(?:mercy|faith|pity)|find it in your|give up your (?:anger|grudge)|heal(?= [.,;!]|$| now| faster)|cheer up|calm down|look (?:forward|ahead|to the future)|focus on (?:the future|us|what)|concentrate on|keep (?:it|this) (?:between|to yourself|quiet)|say (?:that )?(?:it is|everything is|we are|yes|you forgive|you love|something)|tell me (?:that )?(?:you|we|it is|everything|what you decide|your)|answer(?: me)?(?= [.,;!]|$| by| now| today| tonight| soon)|make (?:up )?your (?:mind|decision)|decide (?:by|now|soon|today|tonight|if|whether)|see (?:how|that i) (?:much|hard|have)|appreciate|meet me halfway|do your part|give in|bury the|get back to|be intimate|remain|smile|work with me|wear (?:the|your|my) (?:\\w+ )?ring|sleep (?:in (?:our|the|my)|beside|next|with)|share (?:a|our|the) bed|come to bed|come back to|talk to me|speak to me|look at me|open up|reply|respond|call me|unblock|pick up|trust again|love again|prove (?:it|that|your)|have (?:a|our|some) (?:normal|nice|quiet|good|old|peace|marriage|happy|fresh)|enjoy|get (?:our|back|on with)|live (?:our|like|normal)|act (?:like|normal)|give it a rest|see past|look past|rise above|be the bigger|understand and forgive|do the right|not tell|tell no one|tell nobody|not mention|never mention|never (?:speak|talk|bring|tell))';
/** Freedom, said out loud. */
const FREE = anyOf(
  '(?:do not|does not|did not|never|will not|would not|not|nor|no longer|without) (?:{adv} |{be} |going to |here to |want to |mean to |in a position to |have to |need to |owe me |you )*(?:ask|asking|asked|expect|expecting|have to|need|need to|want|demand|demanding|require|press|pressing|push|beg|begging|owe|obliged|hope for|wait for|hurry|rush|supposed|forced|must)(?: \\w+){0,5}$',
  '(?:do not|never|not|need not|no need|no right|no claim|cannot|no reason|no hurry|no duty|nobody|no one|nothing)(?: \\w+){0,6}$',
  '(?:whether|if|when|how|until|should|before|unless|in case|even if) (?:and when |or not |ever )?(?:you|we|anyone)(?: \\w+){0,4}$',
  '(?:may|might)(?: \\w+)*$',
  'i(?: \\w+)?$',
  'you (?:are free|can choose|may|decide)(?: \\w+)*$',
  'i (?:asked|begged|pressed|pushed|wanted|told|expected|demanded|had)(?: \\w+){0,4}$',
  '(?:asking|begging|pressing|pushing|expecting|telling|wanting|hurrying|making) you(?: \\w+){0,2}$',
  'right (?:\\w+ )?to (?:ask|expect|want|demand)(?: \\w+){0,4}$',
  '(?:said|says|told|advised)(?: \\w+){0,5}$',
);

/** Orders, pleas and dates: being forgiven, trusted or answered, asked for in so many words. */
export const FORGIVENESS_ASKED: readonly Way[] = [
  // a date, and what is owed without being called so
  {
    is: anyOf(
      'you (?:{adv} )*have (?:until|till|one (?:week|day|month)|a (?:week|day|month|few days)|two|three|\\d+ (?:days|hours|weeks))',
      'i (?:{adv} )*(?:expect|demand|insist|require|count on) (?:that )?(?:you|your|us|forgiveness|trust|an answer|things|everything|a)',
      'i (?:{adv} )*need you (?:{adv} )*to (?!know|hear|understand|have|take|be (?:safe|free)|hold me to)',
      'i hope (?:that )?(?:you|we) (?:can|will|could) (?:{adv} )*(?:forgive|move|put|get|trust|let)(?:(?! ;).)* (?:soon|quickly|now|today|tonight|by|before|already|this week|at last)',
      'i hope (?:that )?(?:you|we) (?:can|will|could) (?:{adv} )*(?:soon|quickly|now|finally|at last) (?:\\w+)',
      '(?:so|now|then|and) prove (?:it|that|you|your)',
      'can we (?:{adv} )*(?:have|be|get|go|live|enjoy|act|start) (?!to (?:the|our) (?:session|therapist)|an? (?:session|appointment)|this (?:in|to))(?:{adv} )*(?:a|back|our|normal|happy|us|some|together|on|home|again|past|like|things|fresh|over|friends|out)',
      '(?:sooner or later|eventually|at some point|one day|in the end) (?:, )?you (?:will|must|have to|need to|should|are going to)',
      '(?:all|the only thing) (?:that )?(?:i|we) (?:{adv} )*(?:need|want|ask|am asking)(?: for| from you| of you| now)* (?:is|are) (?:{adv} )*(?:you|your|a (?:second|chance|word|hug|little|yes|new|fresh)|one|another|forgiveness|trust|for you|an|some|that you|to be)',
      'is that (?:{adv} )*(?:too much|a lot|so much) to ask',
      'i (?:have )?(?:{adv} )*(?:gave|given|did|done) (?:{adv} )*(?:up )?(?:everything|her|him|so much|it all|my (?:job|friends|phone)) (?:up )?for (?:you|us)(?: \\w+){0,4} ,? (?:so|now|and you|it is|you)',
    ),
    notAfter: anyOf(
      '(?:not|never|do not|no longer|nor|whether|if|nobody|told you|said|as if)$',
      '(?:not|never|nor)(?: \\w+){0,3}$',
    ),
    notIn: anyOf(
      '(?:expect|demand|insist|require|count on) (?:that )?(?:your anger|us to (?:keep|hold)|a (?:no|long))',
      'i insist (?:on )?paying',
      'all (?:that )?i (?:want|need|ask) (?:is|are) (?:{adv} )*to be (?:honest|clear)',
      'you have (?:two|three) (?:children|kids|sisters|brothers|jobs)',
      'one day you (?:will|are going to)',
    ),
    unless: anyOf(
      '(?:expect|ask|want|need) nothing',
      'no (?:deadline|hurry|rush|date)',
      'as long as you (?:need|want|like)',
      'all the time you',
      'if you (?:want|like|wish)',
    ),
  },
  // orders and pleas
  {
    is: pattern(
      `${START}(?:please |just |now |kindly |at least |try to |try and |do |simply |finally |for once |, )*(?:try to |try and |learn to |find a way to )?${LET_OFF}`,
    ),
    notIn: anyOf(
      '(?:and|so|then|but) (?:let us )?(?:stay|answer|forgave|trusted|decide|appreciate|heal|remain|smile|be|focus|return|go back|come (?:back|home)|stop)',
      '(?:stop|forget) (?:this|talking|think\\w*|look\\w*)$',
      '^forgave',
      'stop (?:asking|looking|reading|checking|talking|going) [a-z]',
      '^come home$',
      'forgiving$',
    ),
    notAfter: anyOf(
      '(?:i|we|she|he|they)(?: \\w+){0,6}$',
      '(?:do not|never|not)(?: \\w+){0,3}$',
      '(?:if|when|whether|until)(?: \\w+){0,8}$',
    ),
    notBefore: anyOf(
      '(?:at|for) (?:my|her|his) (?:brother|sister|parents|mother)',
      'as long as you',
      'or (?:not|do not|leave|never)',
      'is (?:not|yours|up to)',
      'only (?:if|when) you',
      'was (?:wrong|selfish|too)',
      'if you (?:want|like|wish|need|ever|feel|choose)',
      'when(?:ever)? you (?:want|like|are ready|feel|choose)',
      'in your own time',
      'myself',
    ),
  },
  {
    is: pattern(
      `${PRESS} ?(?:{adv} |try to |try and |be able to |find a way to |learn to |start |begin |to |not |finally |as well |at some point |one day |some day )*${LET_OFF}`,
    ),
    notAfter: FREE,
    notIn: anyOf(
      'i (?:{adv} )*hope (?:that )?you (?:can|will|to|could|would)',
      'you (?:{adv} )*(?:do not|need not|must not|should not) (?:have to |need to )?(?:forgive|trust|be|move|answer|let|accept|decide|say|come|stay|give|get|tell|feel|forget)',
      '(?:not|never) (?:{adv} )*(?:forgive|have to|need to|trust|come|answer|decide)',
      'i (?:{adv} )*(?:want|need)(?: us)? to (?:stop|tell|answer|be|see|stay|say|show|give|appreciate|move|heal|look|focus|keep|return|remain|make|calm|work|do|put|leave|let go|not|get|come)',
      '(?:can|could|will|would) you (?:{adv} )*(?:tell|say|decide|answer|be|see|let me)$',
      '(?:i (?:{adv} )*(?:want|need|would like) (?:you|us|things|it|this)(?: all)? to (?:be|see|feel) (?:able|ok|good|safe|kind|fine|done)$)',
      'let us (?:stay|stop|meet|tell|answer|decide|say|appreciate|be|not|keep|see|heal|leave it (?:there|at that))',
      'we (?:{adv} )*(?:need|have|must|should|ought)(?: to)? (?:decide|answer|tell|say|stop|be|see|stay|keep|appreciate|make)',
      'you have to (?:see|say|tell|appreciate)',
      'say (?:that )?you be',
    ),
    notBefore: anyOf(
      '(?:\\w+ )?(?:was|is) (?:wrong|selfish|not|yours|too|up to|unfair)',
      'if you (?:want|like|wish|need|ever|feel|choose)',
      'when(?:ever)? you (?:want|like|are ready|feel|choose)',
      'as long as',
      'in your own time',
      'or not',
      'about (?:the|that|your)',
      'what you (?:need|want)',
      'to stop',
    ),
  },
  // forgiveness as an object
  {
    is: anyOf(
      '(?:{sorry}|please|i) ?(?:, )?(?:{adv} )*(?:beg|ask|plead|pray|need|want|deserve|expect|crave|hope|request|demand|long|seek|beg you|ask you|am asking|am begging|am hoping|have earned|would like) (?:{adv} )*(?:for )?(?:you for )?(?:to be (?:forgiven|trusted|taken back)|your (?:\\w+ )?(?:forgiveness|trust|mercy|love|pardon|understanding|support|patience|answer|decision|reply)(?: back)?|forgiveness|(?:a|another|one (?:more|last)|a second|some) (?:\\w+ )?(?:chances?|try|answer|decision|mercy|credit|reply|peace|recognition|forgiveness|kindness)|an answer|to know (?:by|now|today|tonight|soon|if|whether|where (?:i|we)))',
      '(?:forgive me|pardon me)(?= (?:for|when|now|soon|already|quickly|today|tonight|by|before|,|\\.|!|\\?)|$)',
      '(?:your|no) forgiveness (?:by|before|now|would|is (?:all|what|the only)|i need)',
      'forgive (?:the|my|all|what|us|everything|a) ',
      '(?:can|could|will|would|wo) (?:not )?you (?:{adv} |ever |please |find it in your heart to )*forgive',
    ),
    notAfter: FREE,
    notIn: anyOf('i (?:{adv} )*(?:do not|will not|can not|am not|would not|never)', 'hope for (?:another|a)'),
    notBefore: anyOf('is yours', 'is up to', 'or not', 'from (?:my|god)', 'would be (?:wrong|selfish|unfair|too)'),
    unless: anyOf(
      '(?:not|never|no right|without|nor) (?:\\w+ ){0,6}(?:forgive|forgiveness|chance|answer|trust)',
      'whether (?:or not )?you (?:\\w+ ){0,3}forgive',
      '(?:did not|do not|can not|could not) forgive myself',
      'if you (?:ever |never |can |do not |cannot )?forgive',
    ),
  },
];
