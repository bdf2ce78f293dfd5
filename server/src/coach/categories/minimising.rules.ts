import { matches, type Category, type Way } from '../finding.rules.js';
import { anyOf, pattern } from '../words.rules.js';

const SMALL =
  '(?:just|only|merely|simply|purely|mere|nothing (?:more|other|but) (?:than )?|no more than|little more than|nothing but|hardly|barely|scarcely)';
const BELITTLED =
  '(?:lies?|fibs?|mistakes?|thing|crush|flirtation|flirting|kiss(?:es)?|slip(?:-up)?s?|fling|secrets?|texts?|messages?|chats?|misunderstandings?|indiscretions?|untruths?|debt|debts|loan|loans|bets?|drinks?|jokes?|games?|fun|lapse|errors?|hiccup|blip|wobble|detour|incident|thing|peck|hug|cuddle|lunch|coffee|dinner|white lie|fantasy|fantasies|affair|amount|amounts|sum|sums|bit|part|details?|favou?r|adventure|dalliance|moment|stumble|misstep|matter|issue|problem|oversight|infatuation|exaggeration|story|stories|romance|escape|release|distraction)';
/** Words that make a thing small. */
const LITTLE =
  '(?:little|tiny|small|silly|minor|harmless|innocent|trivial|meaningless|petty|stupid little|stupid|foolish|dumb|drunken|passing|brief|short|quick|momentary|one-time|one-off|isolated|insignificant|unimportant|casual|playful|friendly|white|simple|single|slight|childish|teenage|mini|wee)';
const WE_DID = '(?:i|we|she|he|they|she and i|he and i)';
/** Verbs of telling and owning: "I only told you half" confesses. */
const OWNING =
  '(?:{adv} )*(?:admitted|told|tell|said|confessed|reali[sz]ed|understood|understand|thought of|thought about|cared|noticed|learned|learnt|asked|ask|stopped|stop|owned|answered|agreed|considered|came (?:clean|forward|home|back)|looked (?:after|out)|began|begin|see|know|knew|hope|want|wanted to say|pray|gave you (?:half|part)|showed you|shared|apologi[sz]ed|confirmed|spoke up|spoke|served|made (?:it|things) worse|ended it|ended|got|lied (?:again|more)|pretended|listened|remembered|responded|returned|survived|saw (?:my|how|what)|read|heard|finished|arrived|left the|moved out|found out|spent (?:it )?on myself|feel|felt sorry|believe|can|need|wish|ever thought|trusted)';

const WAYS: readonly Way[] = [
  // "it was just lunch"
  {
    is: pattern(
      `(?:it|this|that|they|these|those|all (?:that|it|this|of it)|everything|what (?:i|we) (?:did|had|said)|(?:the|our|my|her|his) (?:\\w+ )?(?:\\w+)|she|he|we|i|there|all we did|all i did) (?:(?:really|honestly|still|has|had|have|always|ever|basically|probably) )*(?:was|were|is|are|been|meant|amounted to|did) (?:(?:really|honestly|basically|all|literally|actually|pretty much|more or less|nothing|probably|always|ever|still|in the end) )*(?:${SMALL}|never more than|never anything more|never anything but|not that|not really|not exactly|not technically|not actually|not even|not like|nothing)`,
    ),
    notNext: anyOf(
      '(?:as|like|now|home|back|here|about to|before|after|when|asking|saying|telling|writing|trying to say|beginning|starting|learning|because|in time|enough|words?|the (?:start|beginning|first|surface|part)|half|one of|part of|you|me|to blame|mine|my (?:fault|doing)|(?:{adv} )*(?:there|ready|fair|the (?:one|only)|what you|your fault|you who|honest|true|an excuse|enough|sure|certain|able|asking|over|my|all of|told|one|possible|right|okay|ok|good|worth|faithful|at the|in the|with you|here|kind|truthful)|short of|i could|you could|compared)',
    ),
    notIn: anyOf(
      'is (?:not |just |only |nothing )*$',
      '(?:is|are) not',
      'not (?:just|only|merely|simply)',
      'if it',
      'there (?:was|is|were) (?:just |simply )?nothing$',
      'i (?:was|am) (?:just|not|nothing|hardly|barely)',
      '(?:i|we) did (?:just|not|nothing|only|hardly)',
    ),
  },
  {
    is: anyOf(
      '(?:it|this|that|she|he|we|they|what we had|there) (?:was|is|were|are) not (?:{adv} )*(?:(?:{adv} )*(?:that (?:bad|serious|big|often|much|many|important|deep|long)|as (?:bad|serious|if|though|big)|so (?:bad|terrible|serious)|physical|sexual|serious|cheating|an affair|a (?:real|proper|big|full|physical|true) \\w+|sex|real(?:ly)?|love|the end of|a (?:crime|big deal)|like (?:i|we|that|she|he|it)|exactly|technically|going anywhere|much|such a|a lot|worth)|(?:even|really|actually|technically|exactly|strictly))',
    ),
    notNext: anyOf('(?:an? |my )?(?:excuse|apology|enough|sorry|fair|true|sure|about|choice)'),
    notIn: anyOf('not (?:even|really) $', 'not (?:{adv} )*(?:a|my) choice'),
  },
  // "we only talked"
  {
    is: pattern(
      `${WE_DID} (?:(?:ever|really|honestly|basically|did|had|have|has|mostly) )*(?:just|only|merely|simply|barely|hardly|scarcely) (?:(?:ever|really|even|once|twice|occasionally|sort of|kind of) )*(?:[a-z]+ed|met|saw|had|went|sent|wrote|spent|took|kept|drank|did|talk|hugged|lost|bet|bought|made|slept|held|lay|sat|knew|touched|meet|see|drove|paid|left|hid|lied|flirt|text|texting|talking|looking|chatting|playing|joking|lent|read|let|gave|felt|put|rang|ran|fell|were|stayed)`,
    ),
    notIn: anyOf(
      `(?:just|only|merely|simply|barely|hardly|scarcely) (?:(?:ever|really|even|once|twice) )*${OWNING}`,
      '(?:have|had|has) just',
      'just (?:been|got|come|told|left|read|heard|found|sent|finished|written|sold|learned|met with|signed|closed|ended|called|asked|arrived|moved|started|begun|booked|need|want|wanted to (?:say|tell|name|let))',
      'if (?:i|we|he|she)',
      '(?:can|could|will|would) only',
      'only (?:were|wanted you|needed to ask)',
      'were$',
    ),
    notAfter: anyOf('not$', 'if$', 'that$'),
    notBefore: anyOf(
      '(?:(?:[^ ;—]+ ){0,3})(?:when you|after you|once you|because you (?:found|asked|had)|until you)',
      'because i',
      'half',
      'part of',
      'myself',
      'about myself',
      'for myself',
      'yesterday',
      'this morning',
      'my own',
      'what i was forced',
      'as much as',
      'enough to',
      'some of it',
    ),
  },
  // "only once", "just a few messages"
  {
    is: pattern(
      `(?:just|only|merely|no more than|at most|not more than|barely|hardly|scarcely|nothing more than|nothing but) (?:(?:about|ever|really|some|like|maybe|the|ever so) )*(?:a|an|the one|one|once|twice|ever|some|two|three|four|five|a (?:few|couple|handful|bit|little)|few|for (?:a|an|one|two|fun|sex|five|ten)|words|talk|talking|sex|friends|lunch|coffee|drinks|dinner|texts?|texting|messages?|online|on the phone|virtual|physical|fun|chatting|flirting|fooling|joking|playing|looking|money|numbers|pictures|photos|kissing|fantasy|work|business|company|company|messing|banter|curious|curiosity|that (?:one|once)|this (?:one|once)|emotional|cards|cash|small|little|silly|harmless|minor|games|porn|for a|at the|cuddling|touching|platonic|casual|a phase|acquaintances|colleagues|mates)`,
    ),
    notAfter: anyOf(
      '(?:not|never|the|my|an|your|her|his|if|can|could|will|would|have|had|has|want to|may|might|should|must|i am|am|i|you|us|please|to|and|not being|is|than)$',
      'i (?:am|will|want|can|hope|ask|have|promise|told|admitted|said|confessed|ever told|understood|shared|owned)(?: \\w+){0,3}$',
      'you (?:have |had |can |need |are |deserve |asked |wanted )*$',
      'more than$',
    ),
    notBefore: anyOf(
      '(?:\\w+ ){0,2}(?:when you (?:asked|found)|of the (?:truth|things i|many|ways)|half|fraction|part of|small part|excuse|apology|beginning|start|word|first step|step)',
    ),
    unless: anyOf(
      '(?:i|we) (?:will|am going to|can|hope to|promise to|plan to) (?:\\w+ ){0,6}(?:just|only)',
      '(?:just|only) (?:a|one) (?:few )?(?:lie|time|kiss|message) (?:would|is|was) (?:\\w+ )?(?:too|enough)',
    ),
  },
  {
    is: pattern(
      `(?:happened|did it|saw (?:her|him|them)|met(?: up)?(?: with)?(?: her| him| them)?|slept with (?:her|him)|kissed(?: her| him)?|was|cheated|lied|wrote(?: to)?(?: her| him)?|called(?: her| him)?|texted(?: her| him)?|spent|used|gambled|drank|did|had|lasted|went)(?: about| maybe| like| perhaps| around| it| that| together| there)* (?:(?:just|only|maybe|perhaps|like|about) )*(?:the (?:one|two) times?|once or twice|one time|one single time|two or three times|a couple of (?:times|weeks|days|minutes|hours|nights|months|dates|drinks|messages|texts)|a few (?:times|weeks|days|minutes|hours|nights|messages|texts|dates|drinks)|a handful|(?:five|ten|two|thirty|a few|three) (?:minutes|seconds)|one (?:night|evening|weekend|kiss|mistake|slip)|a (?:short|little|brief) (?:time|while)|no time)`,
    ),
    unless: anyOf('(?:and|but) (?:\\w+ )?(?:one|once|that|even that) (?:\\w+ )?(?:too many|enough)'),
    notAfter: anyOf('not$', 'more than$'),
  },
  {
    is: anyOf(
      '(?:it|that|the (?:affair|thing|whole thing|kiss)|we|this) (?:{adv} )*(?:lasted|was over|ended|was done|took) (?:{adv} )*(?:\\w+ )?(?:minutes?|seconds?|moments?|an evening|a night|one night|a weekend|in (?:a|no)|before it|quickly|ages|long ago|years|weeks|days|a week|one week|a month|five|ten|hours?|an hour)',
      '(?:it|that|this|all that|the affair) (?:was|is|happened) (?:{adv} )*(?:(?:\\w+ )?(?:years|months|ages|decades) ago|(?:a|such a|so) long(?: time)? ago|in the (?:distant )?past|ancient history|history|water under|over (?:now|and|long)|before (?:we|the kids|you)|behind us)',
      '(?:one|a single) (?:\\w+ )?(?:stupid|silly|drunken|bad|little|dumb|foolish|crazy|isolated|careless) (?:\\w+ )?(?:night|mistake|kiss|evening|moment|text|message|weekend|thing|decision|time|choice|lie|slip|bet)',
      '(?:over|because of|about|for) (?:one|a single|a couple of|a few|a|some) (?:\\w+ )?(?:mistakes?|nights?|messages?|texts?|kiss(?:es)?|slips?|lies?|jokes?|pictures?|photos?)(?= [.!?,]|$)',
    ),
    unless: anyOf('not (?:\\w+ )?(?:one|a single)', 'sorry (?:for|about)', 'for (?:\\w+ )?(?:months|years) i'),
  },
  // small words on the act
  {
    is: pattern(
      `(?:a|an|some|my|our|the|this|that|one|those|these|few|any|such a|couple of|it was|was|were|is|of) (?:(?:{adv}|bit of|rather) )*(?:${LITTLE} )+(?:\\w+ )?${BELITTLED}`,
    ),
    notAfter: anyOf('(?:not|never|no|hardly|far from|anything but|more than|called it|call it)$', 'not(?: \\w+){0,2}$'),
    unless: anyOf(
      '(?:small|little) (?:part|bit|word)s? of (?:the truth|it|what)',
      'no (?:small|little|minor)',
      'not (?:a |an )?(?:small|little|minor|tiny|silly|harmless)',
      'i (?:will|can|could|promise)',
      'every (?:small|little|single)',
    ),
    notIn: anyOf(
      'small (?:part|detail)',
      'single (?:lie|detail)',
      'stupid (?:lie|lies|story)',
      '(?:the|of) (?:small|little|short) (?:part|story|details?|amounts?|loan|matter|thing|things)',
      'simple (?:thing|story)',
    ),
  },
  {
    is: anyOf(
      'white lies?|little lies?|half-truths?|fibs?|fibbed|slip-ups?|indiscretions?|one-night (?:stand|thing)|bit of (?:fun|flirting|a|an|harmless|banter|company|attention|comfort|money|stuff|trouble|gambling|drinking|texting|sex)|bit of a|moment of (?:weakness|madness|stupidity)|lapse (?:of|in) judge?ment|error (?:of|in) judge?ment|momentary lapse|one-off|friendly (?:chat|texting|banter)|harmless|innocent (?:fun|chat|flirting|friendship|texting|messages)|horsing around|fooling around|messing (?:around|about)|silly (?:messages|texts|game|little|thing|stuff)|foolishness',
    ),
    notAfter: anyOf(
      '(?:not|never|no|hardly|nothing|far from|called it|call it|by no means|not at all|hide|hid) ?(?:a |an |any |just |some |at all |what you would call )*$',
      'not(?: \\w+){0,2}$',
    ),
    notBefore: anyOf('(?:is|was) (?:not|still)', 'and it was not'),
  },
  {
    is: pattern(
      `(?:${WE_DID}|it) (?:{adv} |may have |might have |have |had )*(?:{wrong}|stretched the truth|bent the truth|fudged|embellished|left out|cheat|lie|lied|bent the rules|overspent|exaggerated|strayed|was|were|did|got|went|crossed the line|over)(?:(?! ;| —| ,).){0,30}? (?:a (?:tiny |little |wee )?bit|a little(?: bit)?|slightly|somewhat|a tad|sort of|kind of|here and there|now and then|now and again|from time to time|on occasion|a touch|to some degree|so much as)(?= [.,;!?]|$| (?:with|about|too|on|to|over|dishonest|secretive|carried|distant|careless|friendly|flirty|close|selfish|online|at work|wild|naughty|off|economical|stupid|silly|out of|foolish|far|of|when|while|because|in|tipsy|drunk|of a|unfaithful|of the|where|from))`,
    ),
    notIn: anyOf('understand|learn|know|better|more(?: honest)?|will'),
    notBefore: anyOf('(?:better|more|less|later|time|of the truth|longer|earlier|while)'),
    notAfter: anyOf('not$'),
  },
  // "it meant nothing"
  {
    is: anyOf(
      '(?:it|that|this|she|he|they|those|these|we|none of (?:it|that|this|them)|the (?:\\w+)|her|him) (?:{adv} |has |had |have |did |does |do |would |could )*(?:not |never |hardly |barely |not really |not actually )?(?:{adv} )*(?:mean|meant|means|count|counts|counted|matter|mattered|matters|go|went|amount|amounted|come|came|do|did|change|changed|affect|hurt) (?:{adv} )*(?:nothing|anything|a thing|much|that much|a lot|anywhere|any(?:one|body)|(?:to )?(?:nothing|anything|much)|no harm|so much|any further|further than|little)',
      '(?:did|does|do|has|had) not (?:{adv} )*(?:mean|count|matter|go (?:all the way|any further|that far|anywhere)|make it (?:an affair|cheating)|cost us)',
      'meaningless',
      'nothing (?:{adv} )*(?:happened|came of it|serious|physical|sexual|more to it|to worry|to it|else happened|big|bad)',
      'no (?:big deal|harm|damage|real|feelings|strings|sex|one (?:got|was) hurt|biggie|actual)',
      '(?:not|never|hardly|is it such|is that such|no) (?:{adv} )*(?:a )?(?:big deal|biggie|the end of the world|a crime|a catastrophe|a tragedy|a disaster|rocket)',
      '(?:nobody|no one|noone) (?:{adv} )*(?:died|got hurt|was hurt|was harmed|has died|lost anything|is hurt|knew|got)',
      '(?:could|might) (?:{adv} )*have been (?:{adv} )*worse',
      'it could be worse',
      '(?:that|so|too|as|quite so) (?:bad|terrible|awful|serious) (?:as|really|compared)',
      'is (?:that|it) (?:{adv} )*(?:so|that|such a) (?:bad|terrible|big|wrong|awful|crime|serious)',
      'what is (?:the|so) (?:big deal|harm|bad|wrong|terrible)',
    ),
    notAfter: anyOf(
      '(?:not true that|i told you|i said|you did|you had done)$',
      '(?:should|like|as if|as though|pretending|pretended)(?: \\w+)?$',
    ),
    unless: anyOf(
      '(?:that|as if|like|because) (?:your|you) (?:\\w+ ){1,3}(?:not|nothing|never)',
      'your (?:\\w+ )?(?:did not|meant nothing|did)',
    ),
    notBefore: anyOf(
      'to (?:excuse|stop me|deserve)',
      'you could',
      'of the sort',
      'by accident',
      'by itself',
      'was true',
      'your fault',
    ),
  },
  {
    is: anyOf(
      '(?:we|i|she and i|he and i|they) (?:{adv} |have |had )*(?:never|not|did not|have not|had not) (?:(?:even|actually|technically|really|once|physically|ever|so much as|go|went) )+(?:kiss\\w*|touch\\w*|sle(?:pt|ep)|have sex|had sex|met|meet|go|went|do|did|hug\\w*|had|see|saw|went|cheat\\w*|fall|fell|love\\w*|undress\\w*|leave|left|all the way|further|that far|beyond)',
      '(?:we|she and i|he and i) (?:{adv} )*(?:never (?:had sex|slept|kissed|touched|went (?:further|all)|met in|did anything|crossed|got (?:further|physical))|did not (?:{adv} )*(?:have sex|sleep|kiss|touch|do anything|go all|go any|cross))',
      'i (?:{adv} )*(?:never|did not) (?:{adv} )*(?:sleep with (?:her|him|anyone)|slept with (?:her|him|anyone)|leave you|left you|loved (?:her|him)|love (?:her|him)|had feelings|bring (?:her|him)|brought (?:her|him)|cheat on you|have feelings|hit you|touched (?:her|him)|stopped loving)',
    ),
    unless: anyOf('i (?:told|said|swore|claimed)', 'even when you|even though you|you asked'),
    notNext: anyOf('(?:\\w+ )?you'),
  },
  // "at least", "it is not as if"
  {
    is: anyOf(
      'at (?:the very )?least (?:{adv} )*(?:i|we|it|she|he|they|you|there|nobody|no one|my|that|this|nothing|now|not|with|give|none|tell|being)',
    ),
    notNext: anyOf('(?:owe|owed|could|should|deserve|know)', 'can do'),
    notIn: anyOf('least (?:not|with|that|this) (?:a|one|time|day|much)'),
    notAfter: anyOf('(?:or|for|until|take|you deserve|owe you|you could|do|if)$'),
  },
  {
    is: anyOf(
      '(?:it|this|that) (?:is|was) not (?:{adv} )*(?:as (?:if|though)|like) (?:i|we|she|he|it|anyone|anything|you|there|our|the|that|the end)',
      'not (?:as if|like|as though) (?:i|we) (?:{adv} )*(?:\\w+)',
    ),
    notAfter: anyOf('(?:did|do|was|were|am|act|acted|will)$'),
  },
  {
    is: anyOf(
      '(?:technically|strictly speaking|basically|practically|in a way|officially|legally|essentially|to be fair|in fairness|theoretically|by definition|more or less) (?:, )?(?:i|we|it|that|this|she|he|there|nothing|you|not|speaking|a|an|no|just|on|never|still|single|separated)',
      '(?:it|that|this|we|i) (?:was|were|is|did|had|never|had not|did not|have) (?:not )?(?:technically|strictly|officially|practically|not technically|basically|virtually|essentially)',
    ),
    notAfter: anyOf('not$'),
  },
  // others do worse
  {
    is: anyOf(
      '(?:other|most|many|lots of|plenty of|all|some|half the|loads of|a lot of|half of all) (?:{adv} )*(?:people|men|women|husbands|wives|couples|guys|marriages|partners|ones|blokes|lads|families|colleagues|of (?:men|people|my friends|women)|my friends|our friends) (?:{adv} |would |have |out there |who |i know )*(?:do|does|did|done|have|has|had|go|went|lie|cheat|gamble|drink|look|watch|flirt|survive|get|hide|spend|keep|are|make|would)',
      '(?:everyone|everybody|anyone|everybody else|everyone else|every (?:man|woman|couple|husband|wife|marriage|guy)|all men|all women|men|we all|people|the others|others|they all|half the (?:office|town|world)) (?:{adv} |else |at work |there |i know |would |have )*(?:does|do|did|done|has|have|looks|watches|flirts|lies|cheats|gambles|drinks|tells|hides|makes?|slips|strays|goes|keeps|spends) (?:{adv} )*(?:it|that|this|so|worse|far|much|things like|something|the same|one|at|secrets?|lies|mistakes?|porn|affairs?|some|a|white|little|from)',
      '(?:much |far |a lot |way |even |so much )?worse (?:things|than me|than i|than this|than that|than mine|happens|has happened|exists|sins|crimes|ones|people|men|husbands|wives|could|off)',
      'do (?:far |much |a lot |way )?worse',
      '(?:compared (?:to|with)|in comparison|next to what|nothing (?:compared|like) )',
      '(?:perfectly |quite |totally |pretty |completely )?(?:normal|natural|common|usual|standard|harmless) (?:for|in|thing|these days|at|between|among|behaviou?r|couple|marriage|male|office|curiosity)',
      '(?:it|that|this) (?:is|was) (?:{adv} )*(?:normal|natural|common|quite usual|human|what (?:men|people|couples) do)',
      '(?:happens|it happens) (?:to|in|all|every)',
      'happens(?= [.!]|$)',
      'not (?:the )?(?:first|only|worst) (?:one|person|man|woman|husband|wife|couple|thing|in the)',
    ),
    unless: anyOf(
      '(?:made|make|makes|making) (?:it|things|that|this) (?:far |much |even |so much |a lot )?worse',
      'no(?:thing)? worse',
      'was worse',
      'than i admitted',
    ),
  },
  // "you are making too much of it"
  {
    is: anyOf(
      '(?:you|people|everyone) (?:{adv} |have |had |are |were |is |been )*(?:making|make|made) (?:{adv} )*(?:too much|so much|a (?:\\w+ )?(?:big deal|fuss|drama|mountain|scene|thing|tragedy|meal|issue)|such a|more (?:of|out of)|it (?:bigger|worse|into|sound|out)|something|this (?:bigger|worse|into|out))',
      'blow(?:ing|n|s)? (?:it|this|that|things|everything) (?:all |way |completely |up |right )*out of',
      'out of (?:all )?proportion',
      '(?<!would |would have |might |you would )overreact(?:ing|ed|ion)?',
      'oversensitive|over-sensitive|over the top|melodramatic|hysterical',
      '(?:you|your \\w+) (?:{adv} |are |were |being )*(?:too|so|overly|very|really|a bit|being|rather) (?:{adv} )*(?:sensitive|dramatic|emotional|touchy|suspicious|jealous|hard on|harsh|serious|worked up|hung up)',
      '(?:reading|read) (?:{adv} )*too much',
      '(?:exaggerat(?:e|ing|ed)|imagining things|dramati[sz]ing|dwelling on)',
      'so much (?:fuss|drama|noise)',
      'storm in a teacup|mountain out of',
      'do not (?:make|get|be so|take it so|blow)(?: it| this)? (?:bigger|so|too|such|out|dramatic|sensitive|seriously|worked)',
      'all this (?:fuss|drama|over|because of|about|for)',
      '(?:get|got|getting) (?:so |this )?worked up',
    ),
    notAfter: anyOf('not$', 'that$', '(?:said|told|calling|called|saying|accused|if)(?: \\w+){0,4}$'),
    unless: anyOf(
      'you (?:are|were) not (?:{adv} )*(?:overreacting|exaggerating|imagining|making|too|being)',
      'i (?:made|make|was|exaggerated|am)',
    ),
  },
  {
    is: anyOf(
      '(?:times?|messages|texts|weeks|days|minutes|drinks|dates|euros|pounds|dollars|hundred|once|twice|nights?|months?) (?:at (?:the )?(?:very )?most|tops|max|maximum|altogether|or so)',
      '(?:(?:and|,|;|—) )?(?:that is (?:all|it)|nothing (?:more|else)|that was all|that was it|end of story|and no more|nothing further|no more than that)(?= [.,;!]|$)',
      '(?:all|the (?:only thing|worst|most)) (?:that )?(?:i|we) (?:{adv} )*(?:did|ever did|said|wanted|had|sent|was) (?:was|were|is)',
      '(?:so|but) what(?= [.!?]|$| if)',
      'big deal',
      'get it into perspective|keep (?:it|this|things) in (?:perspective|proportion)',
      '(?:barely|hardly|scarcely) (?:{adv} )*(?:an affair|cheating|knew|touched|a|any|spoke|counts|anything|worth|even|kissed|saw|met|talked|the end|ever|lied|spent)',
      '(?:not|never) (?:{adv} )*(?:in love|an actual|a proper|real cheating|full|really (?:an affair|cheating|lying|a lie))',
      'emotional(?:ly)? only|only emotional',
      'i (?:could|might) have done (?:{adv} )*worse',
      '(?:may|might) have (?:{adv} )*(?:bent|stretched|fudged|exaggerated|flirted|been less than|left out|overdone)',
      'economical with the truth',
      'less than (?:honest|truthful|open|perfect)',
      'not (?:entirely|completely|totally|always|exactly|quite|fully|perfectly|strictly|altogether) (?:honest|truthful|open|faithful|straight|frank|upfront|transparent)',
    ),
    unless: anyOf(
      'all i (?:did|wanted) was (?:lie|think|protect myself|take)',
      'nothing (?:more|else) to (?:hide|tell|say|add|ask)',
      'i (?:have|want|ask|need) nothing (?:more|else)',
    ),
    notAfter: anyOf('(?:not|never)$'),
  },
];

export const minimising: Category = {
  rule: 'minimising',
  name: 'Words that make it small',
  why: 'It sets a size on the hurt. The person who was hurt may hear that theirs is too big.',
  question: 'What did it weigh for them? How would it read without the small word?',
  example: 'I met him six times over the summer and said nothing.',
  find: (sentence) => matches(sentence, WAYS),
  canBeTakenBack: true,
};
