import { matches, type Category, type Way } from './finding.rules.js';
import { anyOf, pattern } from './words.rules.js';

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

const WAYS: readonly Way[] = [
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
  // entitlement
  {
    is: anyOf(
      'you (?:{adv} )*owe (?:it to )?(?:me|us|this|our|the)',
      '(?:do not|do) (?:you think )?(?:i|we) (?:not )?(?:{adv} )*(?:deserve|have (?:a right|the right|earned))',
      '(?:i|we|our \\w+) (?:{adv} )*(?:deserve[s]?|have (?:{adv} )*(?:earned|a right to|the right to)|am (?:{adv} )*(?:entitled|owed)|are (?:owed|entitled))',
      'i (?:{adv} )*(?:have )?(?:{adv} )*(?:done|did|said|paid|apologi[sz]ed|suffered|been punished|changed|proved|proven|given|tried|explained|confessed|told you|answered|cried|admitted|begged|grovell?ed|been (?:honest|good|patient|faithful|sober|waiting)|waited|shown|made) (?:{adv} |up |it |you |my |for |everything |sorry )*(?:my (?:part|share|bit|time|dues|penance|best|amends)|enough|(?:a )?(?:hundred|thousand|million|dozen|so many|many|countless|enough|ten|five|twenty|several|three) times|everything (?:i can|you|i could|possible|that)|all (?:i can|you|i could|that)|sorry(?= [.,;!?]|$)|over and over|long enough|plenty|what you (?:asked|wanted)|for (?:{adv} )*(?:months|weeks|a year|years|long))',
      '(?:now|so) (?:it is|is it) (?:{adv} )*(?:your turn|up to you|your|on you|time|you)',
      'it is (?:{adv} )*(?:your turn|time (?:to|you|we|for (?:us|you))|in your hands to (?:save|fix))',
      '(?:is it not|is not it|about|high) time',
      '(?:you|nobody|no one|we) (?:{adv} )*(?:can|could|should|must|will|may|have no (?:right|reason|excuse|business|cause|need)|had no (?:right|reason)) ?(?:not )?(?:{adv} )*(?:to )?(?:{adv} |go on |keep on |keep )*(?:stay|be|keep|hold\\w*|punish\\w*|bring\\w*|remain|use|throw\\w*|go on|ever|mention|doubt\\w*|complain|ask\\w*|accuse|treat|live in|make me|shut\\w*|refus\\w*|hat\\w*|feel(?:ing)?|cry\\w*|blam\\w*|question\\w*|check\\w*|dwell\\w*|worry) (?:{adv} )*(?:angry|mad|upset|hurt|cold|sad|bitter|against|over (?:me|my)|it|this|me|grudges?|a grudge|on to|onto|up|forever|that|like this|distant|suspicious|any(?:more| more)|the past|your|again|in my face)',
      'hold(?:ing)? (?:it|this|that|things|a grudge|grudges|my \\w+|the past|what i did) (?:against|over)?',
      'punish(?:ing)? (?:me|us)',
      'throw(?:ing)? (?:it|this|that|away|everything|us|our) (?:{adv} )*(?:in my|back|at me|away|all)',
      'throw (?:\\w+ )?(?:years|our) (?:\\w+ )*away',
    ),
    notAfter: anyOf(
      '(?:not|never|no|hardly|nor|nobody|whether|if|because|that|than|did you|did|all|right to|you never|told you|said|what|ask|and you|you have not|when|anything)$',
      '(?:do not|does not|did not|never|not)(?: \\w+){0,3}$',
      '(?:promise|promises)$',
    ),
    notIn: anyOf(
      'do (?:{adv} )*(?:deserve|have)$',
      'do not (?:{adv} )*(?:i|we)?(?: )?(?:deserve|owe)',
      '(?:deserve|have earned|am owed|entitled) (?:nothing|none|no|your anger|it|this|that|what)',
      'you (?:{adv} )*(?:can|may|could|should|will|must|have) (?:{adv} )*(?:be|stay|feel|keep|ask|remain|question|check|cry|doubt|complain|mention|hate|blame|go on)',
      'made (?:you|it) (?:\\w+ )*',
      'you do not',
      'i (?:have )?(?:{adv} )*(?:told you|said) (?:{adv} )*(?:all|everything|enough)',
      'i (?:{adv} )*(?:lied|did|made|gave) (?:{adv} )*(?:it )?(?:for|many|several|over|three|ten|enough|so)',
    ),
    notNext: anyOf(
      '(?:your anger|nothing|none|no|your distrust|it|that you|whatever you|every bit|this|to lose|to hear|to be left|to know|losing)',
      'as long as',
      'without me',
      'i (?:lied|told|know)',
      'an? (?:honest )?answer',
    ),
    unless: anyOf('you (?:are|were) (?:\\w+ )?(?:entitled|owed)', 'i lied'),
  },
  {
    is: anyOf(
      'you (?:can not|could not|should not|must not|will not|have no (?:right|reason|excuse|need|business|cause)|had no (?:right|reason)|do not (?:have|get) (?:{adv} )*(?:to|the right|a right|any reason)|are not allowed) (?:{adv} )*(?:to )?(?:{adv} |go on |keep on |keep )*(?:stay\\w*|be(?:ing)?|keep\\w*|hold\\w*|punish\\w*|bring\\w*|remain|use|throw\\w*|go on|mention|doubt\\w*|complain\\w*|accus\\w*|treat\\w*|live|make me|shut\\w*|refus\\w*|hat\\w*|cry\\w*|blam\\w*|check\\w*|dwell\\w*|leave me|leave us|leave now|divorce|take the|give up|walk away|end (?:this|it|us|our|the)|tell (?:anyone|anybody|my|your|our|the|people)|talk about|ask (?:me )?(?:again|any)|raise|stop loving|let one|let this|question\\w*|turn your)',
      'after (?:{adv} )*(?:this letter|this|all (?:{adv} )*(?:this|that|i|my|these|the years|we)|reading this|you (?:have )?(?:read|heard)|today|tonight|now|my apology|i (?:have )?(?:said|apologi[sz]ed|told|done))(?: \\w+){0,7}?,? (?:you|we|it|there|i) (?:{adv} )*(?:can|should|must|will|have|need|owe|ought|is|deserve|want|expect|hope we|need) (?!tell|answer|give|sign|go to|call|show|be alone|understand if)',
      '(?:once|when|now that|as soon as) you (?:have |{adv} )*(?:read|heard|seen|got|know) (?:this|it|that|everything|all|how|my)(?: \\w+){0,4} ,? ?(?:i (?:hope|expect|want|need|trust)|you (?:will|can|should|must|have|need)|we (?:can|will|should|must)) (?!ask|decide|not|need not|take|tell|choose)',
    ),
    notAfter: anyOf(
      '(?:why|if|that|told you|said|because|so that|and i know|when i)$',
      '(?:understand|know|see) (?:why|that|if|how)$',
    ),
    notNext: anyOf('(?:know|sleep|eat|breathe)'),
    notIn: anyOf(
      'you do not have to (?!be angry)',
      'you can not (?:be|live|keep) (?:sure|down|with)',
      'do not have to (?:be|keep|stay|go|remain|hold|live|mention|use|talk)',
      'should not have (?:to)?',
    ),
  },
  // hurry
  {
    is: anyOf(
      'how (?:{adv} )*(?:much longer|many more|long|many times|often|much more) (?:{adv} )*(?:are|is|do|does|will|must|can|have|should|until|before|must i|am|time|times|weeks|apologies) ?(?:you|i|this|it|we|do|must|have|will|your|that|going)?',
      '(?:when|are|do) (?:{adv} )*(?:will|are|can|do|is|you|going) (?:{adv} )*(?:you |we |i |this |it |things |your )?(?:{adv} |going to |ever |be able to |expect to |plan to |intend to )*(?:get over|get past|forgive|trust|stop|let (?:it|this|me|go)|move (?:on|past|back)|(?:be|feel) (?:ready|okay|ok|over|done|normal|finished|yourself|happy|able|through|better|like)|come (?:home|back)|go back|start (?:again|over|trusting|being|fresh)|end|love me|sleep with|have sex|be us|finally|return|stop|over)',
      'what (?:{adv} |else |more )*(?:more|else|do) (?:do|can|could|must|am|should) (?:you|i) (?:{adv} )*(?:want|expect|need|do|say|have to do|supposed|give|prove)',
      '(?:enough|that) is enough|enough (?:already|now)',
      '(?:{be}|you are|why are you|you) (?:you )?(?:not )?still (?:{adv} )*(?:angry|not over|upset|punish\\w*|mad|bring\\w*|hold\\w*|hung|going on|crying|asking|checking|talking about|this|so)',
      '(?:should|ought to|could|must) (?:{adv} )*(?:have )?(?:{adv} )*(?:be|been|moved|got|gotten|feel|felt|let|forgiven|get|put|come|trust|accept) (?:{adv} )*(?:over|past|on|it|me|this|better|through|around|go|fine|okay|ok|normal|happy|grateful|able to (?:forgive|trust|move|let|get))(?: it| this| me)?(?: (?:by now|already))?',
      '(?:forgive|forgiven|trust|answer|decide|decision|over it|over this|know|reply|healed|better|normal|home|settled|together|tell me|ok|okay)(?: \\w+){0,5} (?:by (?:now|the end|next|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|christmas|easter|summer|new year|our anniversary|my birthday|the time|january|february|march|april|may|june|july|august|september|october|november|december|then)|before (?:christmas|easter|the (?:weekend|holidays?|kids|children|wedding|summer|end)|next|our|my|monday|friday|sunday|we (?:go|leave)))',
      '(?:by|before) (?:{adv} )*(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|tonight|tomorrow|the weekend|next week|christmas|then|easter|new year|our anniversary|the end of \\w+ \\w+|the holidays?)(?: \\w+){0,2} (?:i (?:need|want|expect|must|have to)|you (?:must|need|have to|should)|we (?:must|need|have|should))',
    ),
    notAfter: anyOf(
      '(?:i|she|he|they|it|not|if|ask|asked|asking|that|whether|know|told|matter|say|said|decide|when|does not|never|however|for as|only you|knows|and)$',
      '(?:ask|asked|asking|not|never|wonder|know|decide|yours|told you|said)(?: \\w+){0,4}$',
    ),
    notNext: anyOf('(?:\\w+ ){0,2}(?:need|want|like)(?= [.,;!]|$)', 'is (?:yours|up to you)', 'it takes', 'as you'),
    unless: anyOf(
      'i (?:{adv} )*(?:will|am going to|shall|plan to|can|promise to|hope to|have to) (?:{adv} )*(?:\\w+ ){1,10}by ',
      'i (?:lied|hid|kept|slept|cheated|asked you|told you|pushed you|pressed you|used to ask)',
      'take(?:s)? (?:as|all the|however)',
      '(?:as long|whatever time|however long|all the time) (?:as |that )?(?:you|it)',
      'i (?:{adv} )*should (?:have )',
      'no (?:deadline|hurry|rush|date)',
      'not (?:\\w+ ){0,4}(?:by|before|until) ',
      'how long (?:i|it (?:went|lasted|took))',
      'do not know (?:how|when)',
    ),
  },
  // guilt and comparison
  {
    is: anyOf(
      '(?:a|any|every|the) (?:good|real|loving|true|decent|strong|better|proper|normal|kind|faithful|devoted|caring|mature|big|bigger|reasonable|christian|godly) (?:{kin}) (?:{adv} )*(?:would|forgives?|lets?|could|does|knows|stays?|stands?|trusts?|moves?|should)',
      'if you (?:{adv} )*(?:loved|cared|love|care|believed|were|had any|had|want|wanted|value|valued|respected) (?:{adv} )*(?:me|us|about (?:me|us|our|the|this)|our|a (?:good|real|christian|better)|the (?:kids|children)|this|love|heart|for me)(?: \\w+){0,5}? ,? ?(?:you|then you) (?:{adv} )*(?:would|will|could|have to|must|should|can|need|had)',
      '(?:god|jesus|christ|the (?:bible|church|lord|pastor|vicar|imam|rabbi|priest)|our (?:faith|vows|religion|pastor|marriage vows)|christians?|scripture|allah|love) (?:{adv} )*(?:forgives?|says?|asks?|wants?|teaches|commands?|tells?|expects?|demands?|requires?|means? (?:forgiv\\w+|never)|has forgiven|already forgave|hates)',
      "(?:{third}|{kin}s?|other (?:wives|husbands|women|men|couples|people)|everyone else|everybody|even \\w+|\\w+ 's (?:wife|husband)|[a-z]+'s (?:wife|husband|partner|mother|parents)|my (?:\\w+ )?(?:mother|father|sister|brother|parents|family)|your (?:\\w+ )?(?:mother|father|sister|brother|parents|family)) (?:{adv} |have |has |had |also )*(?:forgave|forgiven|forgive|forgives|got over|gotten over|moved on|stayed|took (?:him|her) back|thinks? (?:you|it is time)|think (?:you|it is time)|managed|says? (?:you should|it is time)|say (?:you should|it is time)|agrees? (?:that )?you|agree (?:that )?you)",
      'for (?:the sake of |the love of |the good of )(?:god|the|our|us|me|my|everything|all|peace|love)(?: \\w+)?',
      '(?:think of|think about|do it for|consider|remember|what about|look at) (?:{adv} )*(?:the (?:kids|children|baby|family|boys|girls|good)|our (?:kids|children|family|vows|years|son|daughter|life|future|marriage|happy)|what (?:it|this|your \\w+) (?:is|does|will)|what you (?:are doing|would lose|do to)|how (?:i|the kids|much i) (?:feel|suffer|am|have))',
      '(?:your|this) (?:\\w+ )?(?:anger|silence|coldness|distance|grudge|refusal|doubt|doubts|tears|bitterness|mistrust|distrust|punishment|unforgiveness|hesitation|waiting) (?:{adv} )*(?:is|are) (?:{adv} )*(?:hurting|killing|destroying|breaking|tearing|ruining|making|not helping|unfair|too much|punish\\w*|driving|eating|cruel|wrong|harming|torture|tormenting)',
      'i (?:{adv} )*(?:can not|can|could not|will not|do not know how i can|do not know how long i can) (?:{adv} |be able to )*(?:live|go on|wait|take|sleep|eat|function|breathe|survive|bear|stand|cope|heal|forgive myself|be happy|carry on|keep|continue|rest|do this|manage|hold)(?: \\w+){0,5}? (?:without (?:you|your)|until (?:you|we)|forever|much longer|any longer|unless (?:you|we)|if you|any more|for ever|like this)',
      'i (?:{adv} )*(?:will|would|might|am going to|shall) (?:{adv} )*(?:die|fall apart|break|kill myself|be (?:destroyed|nothing|lost|dead|broken)|lose (?:everything|my mind)|have nothing|go mad|go crazy|never recover|not survive|give up|relapse|drink|leave)(?: \\w+){0,3} (?:if you|unless you|without you|without your|until you)',
      '(?:it is|this is|you are) (?:{adv} )*(?:killing|destroying|torturing|punishing|breaking|tearing|torment\\w*) (?:me|us|our|the)(?: \\w+)?',
      '(?:have|haven) i not (?:{adv} )*(?:suffered|paid|done|said|apologi[sz]ed|been|proved|earned)',
      'have(?: not)? i (?:not )?(?:{adv} )*(?:suffered|paid|done|said|apologi[sz]ed|been punished|proved|earned) (?:{adv} )*(?:enough|my|sorry|everything)',
      '(?:you|we) (?:{adv} )*(?:promised|vowed|swore) (?:to love|for better|in sickness|before god|you would (?:never|always) (?:leave|love|stay))',
      'do not (?:{adv} )*(?:leave|give up on|abandon|throw|divorce|break up|walk away|let (?:one|this|it|our|us|me)|punish|hold|bring|make me (?:wait|beg|suffer|pay)|be (?:mad|angry|upset|cross|so|like|cold|cruel|hard|bitter|sad)|hate|shut me|turn (?:away|your)|tell (?:anyone|anybody|my|your|our|the|people|him|her)|mention|talk (?:to|about)|destroy|ruin|end|go(?= [.,;!]|$)|do this|take (?:the|my|our)|cry|look back|dwell|keep (?:bringing|going|asking|punishing)|ask (?:me )?(?:any|again|about)|you think (?:i|it is|we|that)|stay angry|waste)',
    ),
    notAfter: anyOf(
      '(?:i|we|you|they|she|he|who|and|people who|if|not|that|because|please|or|said|told you|nobody|never)$',
      '(?:i|we|you|they|said|told|when|if|because|even if|say|expect|ask)(?: \\w+){0,3}$',
    ),
    notNext: anyOf('myself', 'what i did', 'if you', 'unless you want', 'when you (?:want|need)'),
    notIn: anyOf(
      '^do not (?:{adv} )*(?:tell|talk|mention|keep|ask|cry)(?: \\w+)? if',
      'forgive myself',
      'the (?:kids|children) (?:what|who)',
      'think (?:of|about) what (?:it|this) (?:is|does)',
      'i (?:{adv} )*(?:can|will|could) (?:not )?(?:{adv} )*(?:wait|keep)(?: \\w+){0,3} (?:until you|if you)',
      'my (?:\\w+ )?(?:mother|father|sister|brother|parents|family) (?:knows|managed|agree)',
      '(?:she|he|they|people|friends|her|him|everyone|everybody) (?:{adv} )*(?:moved on|managed|stayed|forgave|forgiven|forgive)',
      'consider (?:how|what)',
    ),
    unless: anyOf('i do not (?:\\w+ )?(?:expect|ask|want|need)', 'i (?:will|would) understand'),
  },
  {
    is: anyOf(
      '(?:please|just|so|now|can we|could we|let us|why can we not|i (?:just |only )*want (?:us )?to) (?:{adv} )*(?:not talk about|never (?:talk|speak|mention)|stop talking|forget|move on|put|be done|get back|go back|start (?:over|again|afresh|fresh)|be (?:happy|normal|us)|have (?:things|it|us) (?:back|be)|return to|draw|leave (?:this|it|the past)|turn)(?: \\w+)?',
      'no more (?:questions|tears|talk|talking|checking|fights|fighting|of this|about this|drama)(?: after| from| please|,|\\.|$)',
      '(?:this|that|it) (?:{adv} )*(?:has to|must|needs to|should) (?:{adv} )*(?:end|stop|be (?:over|enough|finished|behind|forgotten|the end|done|put))',
      '(?:i|we) (?:{adv} )*(?:want|need|expect|hope) (?:{adv} )*(?:things|life|it|everything|us|our (?:life|marriage)|this) (?:{adv} )*(?:to (?:go back|be (?:normal|over|as|like|the way|behind|ok|okay|good|fixed)|get back|return)|back(?: to| the way)?|behind us)',
      '(?:it|this|that) (?:is|was|has been) (?:{adv} )*(?:in the past|over and done|done with|behind us|old news|six months|a year|(?:\\w+ )?(?:months|weeks|years)) (?:{adv} )*(?:now|so|,|and|\\.|$)?(?:,? ?(?:so |and |why |you |let |it )(?:{adv} )*(?:should|let|can|move|forget|are|is time|why|must|need|still))',
      '(?:either you|you either) (?:{adv} )*(?:forgive|trust|stay|take)',
      '(?:forgive|trust|stay|take me back|come home) ?(?:me )?or (?:leave|go|i|we|it|else)',
      '(?:say|tell me) (?:{adv} )*(?:now|today|tonight|yes|once and for all|you forgive|that you|whether|if you|what you)',
      'i (?:{adv} )*(?:expect|need|want|require|demand|await) (?:{adv} )*(?:your|an|a) (?:{adv} |\\w+ )?(?:answer|decision|reply|response|word|sign|yes|forgiveness)',
      '(?:give|grant|allow|show) me (?:{adv} )*(?:another|one more|one last|a second|a|the|your|some|one|this) (?:{adv} |\\w+ )?(?:chance|shot|opportunity|try|forgiveness|answer|trust|mercy|credit|break|hug|kiss|sign|night)',
      'save (?:our|this|us)',
      'meet me half ?way',
      'you (?:can|could|should) (?:{adv} )*(?:at least|just|surely) (?:{adv} )*(?:forgive|try|say|give|answer|trust|let|talk|listen|hug|smile)',
    ),
    notAfter: anyOf(
      '(?:not|never|nor|no longer|without|i will not|ask you to|asked you to|right to|if|whether|when|do not|not to|did not|could|would)$',
      '(?:not|never|no|nor|without|nobody|whether|told you|said|asked|begged|pushed|pressed|wanted|if you)(?: \\w+){0,5}$',
      '(?:i|we) (?:will|would|can|could)(?: \\w+)?$',
    ),
    notBefore: anyOf(
      'if you (?:want|like|wish|need)',
      'when(?:ever)? you',
      'was (?:wrong|selfish|unfair|not)',
      'my own',
      'is yours',
      'or not',
      'that i (?:lied|hid)',
      'to stop',
    ),
    notIn: anyOf(
      '(?:just|so|now|please) (?:put|forget|turn|return|be|leave)$',
      '(?:please|just|so|now) (?:put|turn|draw|leave|return|forget) (?:the|it on|my|a|your)$',
      'tell me (?:{adv} )*(?:if you|what you|whether|that you|now) ?(?:want|need|like)?$',
      'it back$',
    ),
    unless: anyOf('tell me (?:if|what|when|whether) you (?:want|need|would like|like|prefer|feel)'),
  },
];

export const forgivenessDemand: Category = {
  rule: 'forgiveness_demand',
  name: 'A request, or a hurry',
  why: 'It asks for something back. The person who was hurt may feel they have to answer, forgive or be quick.',
  question: 'Could it stand without asking for anything, with no date?',
  example: 'I am writing this so that you have it in my words.',
  find: (sentence) => matches(sentence, WAYS),
  canBeTakenBack: true,
};
