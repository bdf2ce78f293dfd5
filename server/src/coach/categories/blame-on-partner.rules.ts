import type { Way } from '../finding.rules.js';
import { anyOf, pattern } from '../words.rules.js';
import { MY_CHOICE } from './own-choice.rules.js';

/** How the partner was, told as a cause. */
const LACK =
  '(?:listen\\w*|want\\w* (?:me|sex|to|us|intimacy)|ha(?:d|ve) (?:{adv} )*(?:time|energy|a kind word|sex|patience|interest)|touch\\w*|show\\w* (?!your)|paid|pay|notice\\w*|care\\w*|appreciate\\w*|support\\w*|made (?:time|an effort|me|any|room|space)|make (?:time|an effort|me|any)|ask\\w* (?:me|how|about|what)|let me|gave me|give me|understood|understand|respect\\w*|tried|try|talk\\w* to me|spoke|initiat\\w*|look\\w* at me|thank\\w*|put (?:me|us|our)|praise\\w*|compliment\\w*|kiss\\w*|hug\\w*|hold|held|help\\w*|was there|were (?:there|home|around|happy|satisfied|interested|proud)|love\\w* me|believe\\w* in me|stood|came (?:home|near|to)|said (?:you|a|one|anything|thank|i)|trust\\w* me|desire\\w*|saw me|see me|smile\\w*|encourage\\w*|cook\\w*|slept with|forgave|admit\\w*|took (?:me|my|any|an interest)|stop\\w*|appreciated|satisf\\w*|open\\w* up|enough)';
const HARSH =
  '(?:pick\\w*|start\\w*|nag\\w*|critici\\w*|complain\\w*|(?:too )?busy|angry|(?:too )?tired|at work|work\\w*|put\\w*|ignor\\w*|push\\w*|shut\\w*|yell\\w*|shout\\w*|scream\\w*|cold|distant|check\\w*|accus\\w*|suspicious|suspect\\w*|belittl\\w*|prefer\\w*|chose|choose|choosing|mak(?:e|ing) me|made me|turn\\w* (?:me|away|your)|reject\\w*|refus\\w*|control\\w*|moan\\w*|fight\\w*|fought|argu\\w*|judg\\w*|blam\\w*|on (?:your|the) phone|away|out|asleep|drunk|drink\\w*|drank|jealous|moody|depressed|negative|unhappy|unavailable|absent|withdrawn|withdrew|wrapped up|obsessed|focused|frigid|mean|cruel|nasty|selfish|snapp\\w*|provok\\w*|compar\\w*|humiliat\\w*|insult\\w*|mock\\w*|lectur\\w*|bring\\w* up|brought up|sick|miserable|impossible|demanding|difficult|hard to|stressed|bitter|sulk\\w*|left me|leave me|neglect\\w*|with (?:the|your) (?:kids|children|mother|friends|baby)|treat\\w* me|took me|spied|snoop\\w*|look\\w* (?:down|at other)|flirt\\w*|lied|lying|hid|keep\\w* (?:secrets|me)|need\\w*|expect\\w*|ha(?:d|ve) (?:a headache|an excuse|to be right|to win|other)|withh\\w+|gave me the|giving me the)';

/** What the one who was hurt did, said, failed to do or was, told as a cause. */
export const BLAME_ON_PARTNER: readonly Way[] = [
  // "when you turned away, I found somebody"
  {
    is: anyOf(
      '(?:when|after|once|whenever|every time|each time|while|as soon as) you (?:{adv} )*(?:turned (?:your back|me|cold|away|us|down)|said no|chose (?:your|the|work|them)|put (?:your|the|work|them|everything)|would not|did not|kept|never|were (?:cold|distant|always|never|busy|too|so|out of reach|unavailable))(?: \\w+){0,8} ,? (?:of course )?i (?:{adv} )*(?:found|went|turned|looked|started|gave in|fell|needed|drank|gambled|lied|hid|wrote|slept|cheated|sought|ran|strayed|began|met|had|felt|took|gave)',
      'by (?:{adv} )*(?:being|acting|becoming|staying|getting|turning|refusing|ignoring|rejecting|shutting|pushing|nagging|keeping) (?:{adv} )*(?:cold|distant|angry|jealous|away|busy|mean|frigid|me|us|so \\w+)',
      'your (?:mother|father|parents|family|sister|brother|friends?|boss|colleagues) (?:{adv} |has |have |had )*(?:poisoned|turned|came between|got between|interfered|never (?:liked|accepted|wanted)|meddled|ruined|drove|pushed|made|put|filled|always (?:hated|came))',
      'you (?:\\w+ ){1,8}(?:and|then) (?:{adv} )*(?:left|ignored|forgot|neglected|shut|pushed|rejected|abandoned|punished|dropped) (?:me|us)',
      '(?:would|could|might) (?:never|not) have (?:\\w+ ){1,6}(?:if|had) i (?:had )?(?:{adv} )*(?:felt|feel|been|got|gotten|had|known|not (?:felt|been))(?: \\w+){0,6}(?:by you|from you|at home|with you|to you|loved|wanted|seen|heard|touched|respected)?',
      'i (?:{adv} )*(?:was not|did not|could not|never|had not|was never) (?:{adv} )*(?:getting|get|got|gotten|feel|felt|feeling|find|found|have|receive|receiving|received) (?:\\w+ ){0,5}(?:from you|at home|by you|with you|in (?:this|our) (?:marriage|house|relationship|bed))',
      'you (?:{adv} )*knew (?:that |how )?(?:{adv} )*(?:i (?:{adv} )*(?:was (?:unhappy|lonely|struggling|desperate|weak|vulnerable|depressed|like|miserable|going)|needed|wanted|have|had needs|would|drink|am|get)|unhappy i|lonely i|miserable i|how lonely|what i (?:needed|am like)|who you)',
      'you (?:{adv} |have |had )*(?:forced my|tied my|let yourself|left the door|opened the door|gave me (?:an? )?(?:ultimatum|reason)|set me up|practically (?:\\w+)|all but (?:\\w+)|as good as (?:\\w+)|more or less (?:sent|told|pushed|asked)|basically (?:sent|told|pushed|asked)|invited (?:it|this)|got what you|made your bed|did nothing to (?:stop|help|save|fix)|did not (?:even )?(?:fight|try|stop me|notice|care)|have a short memory|were hardly|were no)',
      '(?:we|our marriage|this marriage|the marriage|our relationship) (?:{adv} )*would (?:not|never) (?:be|have been|have come|have got)(?: \\w+){0,6} (?:if|had) (?:it were not for you|you|your)',
    ),
    unless: MY_CHOICE,
    notAfter: anyOf('(?:not|never|if|told you|said|pretended|so that|until)$', 'nothing(?: \\w+)?$'),
    notNext: anyOf('(?:\\w+ ){0,5}because (?:i|of (?:me|my))'),
    notIn: anyOf(
      'you knew (?:\\w+ ){0,4}(?:lying|lied)',
      'you (?:(?:asked|trusted|called|came|found|told|cried|waited|slept|lay|sat)(?: \\w+){0,8}) (?:and|then) (?:left|shut)',
      'you did not (?:even )?notice$',
      'by (?:being|getting|keeping) (?:{adv} )*(?:so )?(?:honest|open)',
    ),
  },
  // "you made me", "you pushed me away"
  {
    is: pattern(
      'you (?:(?:have|had|were|are|who|also|{adv}|basically|practically|more or less|sort of|kept|kept on|just) )*(?:(?:drove|drive|drives|driving|pushed|push|pushing|forced|forcing|led|provoked|provoking|tempted|goaded|dared|cornered|encouraged|turned|turning|shut|shutting|froze|freezing|cut|locked|threw|kicked|sent|starved|suffocated|smothered|chased|steered|nudged|talked|trapped|abandoned|neglected|rejected|ignored|belittled|criticised|criticized|humiliated|controlled|emasculated|nagged|punished|hurt|deserted|refused|denied|discouraged|disrespected|dismissed|betrayed|failed|let) (?:me|us|him|her)(?: down| first)?|(?:made|make|makes|making) (?:me|it (?:hard|impossible|difficult|so|easy)|our|home|life|things)|(?:left|leave|leaving|gave|give|giving) me (?:{adv} )*(?:no|with no|little|without|alone|lonely|on my own|feeling|every|for|by myself|nothing|to (?:cope|deal|raise|do)|the cold|hope|a reason|reason|permission|the impression|by)|(?:turned|pulled|pulling|drew|moved|walked|drifted|backed) away(?: from (?:me|us))?|(?:withdrew|checked out|gave up on|lost interest|grew cold|went cold|became cold|became distant|grew distant|stopped (?:touch\\w*|lov\\w*|want\\w*|car\\w*|talk\\w*|listen\\w*|mak\\w*|look\\w*|hav\\w*|be(?:ing)?|sleep\\w* with|kiss\\w*|show\\w*|try\\w*|com\\w*|desir\\w*|notic\\w*|hold\\w*|hugg\\w*|pay\\w*|giv\\w*|find\\w*|respect\\w*|speak\\w*|wear\\w*|shar\\w*|laugh\\w* with|support\\w*|appreciat\\w*)))',
    ),
    notIn: anyOf(
      'made (?:me|it|our|home|life|things) (?:(?:a|an|some|dinner|tea|coffee|soup|lunch|breakfast|laugh|smile|happy|proud|better|welcome|safe|see|promise|your)(?: |$))',
      'you (?:were|are|have been) (?:right|good|kind|hurt|led|forced|pushed|let|denied|betrayed|ignored|rejected|neglected|abandoned|cut|shut|failed|sent|driven|refused|turned|humiliated)',
      'you let me (?!down)',
      'failed me not',
      'you (?:sent|gave) me (?:a|the|your|my|every|for)',
    ),
    notNext: anyOf(
      '(?:a (?:cake|home|card|list|gift|chance)|(?:laugh|smile|happy|proud|feel (?:loved|safe|welcome|at home|happy|seen|good|better)|promise|dinner|tea|coffee|soup|lunch|breakfast|welcome|a better|better))',
      '(?:[^ ;—]+ ){0,6}(?:because (?:i|of (?:me|my|what i))|when i|after i|since i|and you were right)',
      'because you could not trust',
    ),
    notAfter: anyOf(
      '(?:not|never|nothing|nobody|if|that|as if|pretended|said|because of how|so)(?: \\w+)?$',
      '(?:i|which) (?:blamed|hurt) (?:you )?(?:until|so that|so)$',
      '(?:until|till|when)$',
    ),
    unless: anyOf(
      'i (?:lied|hid|cheated|took|made|blamed|left) (?:\\w+ ){0,8}until you',
      'you (?:had |did |have )?not (?:make|made|push|pushed|drive|driven|force)',
    ),
  },
  {
    is: pattern(
      'you (?:(?:had|have) )?(?:never|hardly ever|rarely|hardly|barely|seldom|no longer|did not|do not|would not|could not|were not|are not|refused to|failed to|forgot to|were never|was never|never once) (?:{adv} |once |even |really |want to |bother to |any more )*(?:' +
        LACK +
        ')',
    ),
    notAfter: anyOf(
      '(?:know|knew|see|so|that|if|because of what i did|when|understand|sorry|why|until|make sure|after i \\w+|and|hope|even if|lied,|or|who|which)$',
      '(?:understand|know|see|expect|accept|sorry|mind|glad|surprised|deserve)(?: \\w+){0,5}$',
    ),
    notIn: anyOf(
      'you (?:do not|could not|would not|did not|may not) (?:{adv} )*(?:want to|have to|trust|trust me|know|need|believe|owe|see it|ask for|stop loving|try)',
      'you (?:do|did|could) not (?:understand|stop|admit|forgive|see|pay|help|smile|have|say|speak|let me|notice|enough)',
    ),
    notNext: anyOf(
      '(?:[^ ;—]+ ){0,8}(?:because (?:i|of (?:me|my))|when i|after i|since i)',
      '(?:to )?(?:a|any|the) (?:lie|word|thing)',
      'for (?:this|that|it)',
      'me (?:any |a )?(?:reason|cause)',
      'to deserve',
    ),
  },
  {
    is: pattern(
      'you (?:(?:have|had|are|were|was|would) )?(?:{adv} )*(?:always|constantly|forever|never not|continually|repeatedly|all the time|so|too|the one who(?: always)?|kept(?: on)?|keep(?: on)?|used to|being|busy|often|every (?:night|day|time))(?: (?:were|are|being|been|so|too|have to|had to|were|{adv}))* ' +
        HARSH,
    ),
    notAfter: anyOf(
      '(?:if|that|said|told you|called|know|not|so that|until|because of me|sorry|when i lied|understand(?: why)?|why|and that|hope|hoping|pretended|knew)$',
    ),
    notNext: anyOf(
      '(?:[^ ;—]+ ){0,6}(?:because (?:i|of (?:me|my|what))|when i|after i|since i|and you (?:still|have|had)|while i|and (?:you )?trust)',
      'me (?:happy|feel (?:loved|safe|welcome|better|good)|laugh|smile|proud)',
      'your (?:word|promises?)',
      'your (?:trust|faith|love|hope)',
    ),
    notIn: anyOf(
      'so hard',
      'so work\\w*',
      'you are (?:so |too )?(?:angry|jealous|tired|suspicious|sad)',
      'kept (?:work|need|put)\\w*',
      'you were (?:so )?(?:working|tired|sick|away|out|asleep|angry)',
      'worked|working|needed|expected|made me (?:happy|laugh)',
      'so (?:angry|need\\w*|jealous|suspicious|depressed|unhappy|miserable|stressed)',
    ),
  },
  {
    is: pattern(
      'you (?:(?:{adv}|had|have) )*(?:were|are|got|became|had become|grew|had grown|had been|have been|acted) (?:{adv} )*(?:so |too |always |never |very |such a |really |constantly |more |not )*(?:cold|distant|frigid|unavailable|absent|never (?:there|home|around|interested)|always (?:\\w+)|a (?:nag|cold|terrible|bad|difficult|control\\w*|workaholic|drunk)|controlling|nagging|withdrawn|impossible|hard to live|unloving|unaffectionate|not (?:there|interested|around|home|available|affectionate|meeting|giving|easy|perfect|innocent|blameless|a saint|exactly|without|free of)|neglecting|ignoring|pushing me|rejecting|no (?:saint|angel|better|picnic)|also|hardly|obsessed|critical|possessive|so (?:busy|cold|wrapped|focused)|too (?:busy|tired|involved|wrapped|focused|cold|controlling|strict|proud|critical|demanding|needy)|just as (?:bad|guilty|much|responsible|wrong)|equally|partly|part of (?:it|the problem|this)|as (?:guilty|much|bad|responsible)|to blame|at fault|the reason|the cause|the problem|responsible|never enough|never the|bad-tempered|angry all)',
    ),
    notAfter: anyOf(
      '(?:if|that|said|told you|called you|not|so that|because|pretended|thought|as if|how|why|sorry|when|until|after|say)$',
    ),
    notIn: anyOf(
      'you (?:are|were) (?:{adv} )*not (?:to blame|at fault|the reason|the cause|the problem|responsible)',
      'are (?:{adv} )*just as entitled',
      '(?:were|are) not (?:there|home|around) (?:when i|because)',
      'always (?:kind|honest|good|there|faithful|fair|loving|open|loyal|generous|patient|right|the one|on|careful|true|clear)',
      'not (?:home|there)$',
    ),
    notNext: anyOf(
      '(?:[^ ;—]+ ){0,5}(?:because (?:i|of (?:me|my))|after i|since i|for me)',
      'to (?:me|him|her) and i',
      'for (?:me|us) ',
    ),
    unless: anyOf('i (?:called|said|told|made out)'),
  },
  {
    is: pattern(
      '(?:because|since|as|given that|seeing that|considering that|seeing as|when|after|considering|given) (?:{adv} )*you (?:(?:have|had|were|are|{adv}|kept|would|had been) )*(?:(?:not |never |no longer |hardly |always |too |so |did not |do not |would not |would have |could not )+(?!kept your|ask|know|deserve|answer|have to|owe)|stopped|refused|ignored|left me|pushed|get (?:so )?(?:angry|mad|upset|jealous|crazy|hysterical)|got (?:so )?(?:angry|mad|jealous)|overreact\\w*|were (?:away|cold|busy|tired|angry|pregnant|sick|ill|working|at|out|distant|mean|drinking|depressed|unhappy|the|with|all|controlling|jealous|gone|always|never|so|too)|made me|nag\\w*|work|worked|yell\\w*|shout\\w*|neglect\\w*|hurt me|cheated|lied|betray\\w*|controlled|control|treated|reject\\w*|put|turned|shut|drank|drink|check|spied|snooped|provoked|gained|changed|let yourself|lost|wanted (?:out|space)|accused|suspected|drove|never|would)',
    ),
    notAfter: anyOf(
      'you (?:\\w+ ){1,8}$',
      'sorry(?: \\w+){0,3}$',
      '^$',
      '(?:saw|hid|lied|there|with her|with him|drunk) $',
    ),
    notIn: anyOf(
      '^(?:when|after) you (?:{adv} )*were (?:away|at|sick|ill|pregnant|working|out|in|asleep|tired|gone|with)',
      '(?:after|when) you (?:had )?(?:stopped|left|refused|lost)(?! me)',
      'you (?:do not|did not|could not|would not|never) (?:{adv} )*(?:deserve|deserved|know|ask|suspect|trust)',
      'so (?:much|kindly|well)',
      'when you would',
      '(?:when|after) you (?:never|had (?:never|always)|always) (?:{adv} )*(?:lied|kept|told|trusted|gave me)',
    ),
  },
  // "if you had(n't) …"
  {
    is: pattern(
      '(?:if only|only if|maybe if|perhaps if|if|had|unless|were) (?:{adv} )*(?:you (?:{adv} )*(?:had|have|were|was|would|could|did|gave|paid|listened|showed|loved|treated|cared|just|only|[a-z]+ed)|you not|it were not for (?:you|your)|not for your|you (?!want|need|like|prefer|ask|decide|read|ever want|can)\\w+)(?:(?! ;|[.!?]).)*?(?:i|we|it|this|that|none|nothing|things|she|he) (?:{adv} |of (?:this|it|that) )*(?:would|might|could)(?: {adv})* (?:not|never|have)',
    ),
    notIn: anyOf(
      'would (?:{adv} )*(?:still|anyway|also) ',
      'still (?:have|not)',
      '(?:done|did) (?:this|that|it|the same|what i) (?:to me|did)',
      'if you (?:would like|could|can|ever)',
      'if you had (?:{adv} )*(?:not )?(?:found|asked .*still|known|caught|seen|discovered|done|been (?:the one|me|in my)|lied to me|cheated on me|treated me (?:that|this|the))',
      'i would (?:understand|accept|deserve|go on|be grateful|answer|leave|sleep|listen|sit)',
    ),
    notNext: anyOf(
      '(?:{adv} )*(?:been )?(?:kept|gone on|carried on|continued|lying|told another|still|lied anyway|found another|lied all|hidden it)',
      '(?:\\w+ ){0,8}lied? anyway',
    ),
  },
  {
    is: anyOf(
      '(?:i|we|it|this|none of (?:this|it|that)|that|nothing|she|he) (?:{adv} )*(?:would|might|could) (?:{adv} )*(?:not|never) (?:{adv} )*(?:have )?(?:(?! ;)[^.])*? (?:if (?:only )?you (?:{adv} )*(?:had|were|was|would|did|could|gave|[a-z]+ed)|if it were not for you|without your|if not for you|had you (?:not|been|only|just|listened))',
      '(?:would|could|might) have (?:{adv} )*(?:stayed|been faithful|told you|been honest|stopped|come home|been different|never|loved)(?:(?! ;)[^.])*? if you (?:{adv} )*(?:had|were|would|did|[a-z]+ed)',
      'if it (?:were|was|had) not (?:been )?for you(?:r)?',
      'what (?:did|do|would|could) you (?:{adv} )*(?:expect|think would|think was going|want me to do)',
      'what (?:else )?(?:was i|am i|could i|choice did i|was a (?:man|woman)) (?:{adv} )*(?:supposed|meant|to do|do|have|expected)',
      '(?:no|is it any|are you|small) (?:wonder|surprised)(?: i| that i| then)?',
      'can you (?:really )?blame me',
      'who could blame me',
    ),
    notIn: anyOf('still', 'found out', 'caught|discovered', 'were not$'),
    unless: anyOf('had (?:not )?(?:found|caught|discovered)|you had known'),
  },
  {
    is: anyOf(
      'you (?:{adv} )*(?:should(?: not| never)?|ought not to|had no (?:right|business|reason)|have no (?:right|business)|could(?: at least)?) (?:{adv} )*(?:have )?(?:to |in )?(?:{adv} )*(?:read|reading|look\\w*|go(?:ne|ing)?|went|snoop\\w*|spy\\w*|spied|check\\w*|open\\w*|track\\w*|hack\\w*|search\\w*|pr(?:y|ied|ying)|noticed|seen|known|asked|told me|shown|paid|been (?:there|more|home|nicer|warmer|kinder|a better|honest|around|supportive)|listened|tried|come|left me|talked|stopped me|supported|loved|said something|spoken|trusted|let me|pushed|invad\\w*|follow\\w*|list\\w+ in)',
      'you (?:{adv} )*(?:snooped|spied on|invaded|hacked|tracked my|violated my|pried|went behind my|betrayed my|went snooping|installed|searched my|sneaked|rifled)',
      '(?:your|you) (?:snooping|spying|prying|digging|checking my|going through my)',
      'by (?:snooping|going through my|reading my|spying|looking in my)',
    ),
    notAfter: anyOf('(?:said|told you|claimed|insisted|thought|so that|because|if|not|wish)$'),
    notNext: anyOf(
      'to (?:know|expect)(?: this| that)? ?$',
      '(?:it|the truth|the letter|everything|that) (?:from|sooner|earlier)? ?(?:from me|by me)',
      '(?:\\w+ ){0,6}(?:that way|from me|by me)',
      'me to stop(?: .*)? and i',
      'to (?:find|carry|guess|search|ask)',
    ),
    notIn: anyOf(
      'should (?:{adv} )*(?:know|go|have (?:{adv} )*(?:known|been told|seen))$',
      'could (?:have )?(?:asked|known|look|check|read|open|see|go|search|come)',
      'should (?:read|look|check|open|go|come|follow|search)',
      'should not (?:have (?:had|to))',
    ),
  },
  // your jealousy, your job
  {
    is: pattern(
      'your (?:own |constant |endless |coldness and |stupid |bloody |damn |never-ending |lack of \\w+ and |eternal )*(?:\\w+ )?(?:jealousy|nagging|coldness|anger|temper|drinking|job|work|career|silence|distance|mother|family|parents|depression|rejection|rejections|lack of \\w+|neglect|criticism|criticisms|moods?|suspicion|suspicions|behaviou?r|control|controlling|insecurity|insecurities|indifference|absence|refusal|complaints|complaining|ambition|affair|attitude|demands|accusations|spending|obsession|weight|illness|frigidity|withdrawal|words|travels|hours|friends|pride|phone|checking|snooping|questions|expectations|perfectionism|selfishness|lies|past|mistakes|games|tone|screaming|yelling|shouting|needs|fault|doing|idea|part|share|choice) (?:{adv} |had |has |have )*(?:drove|driven|made|make|makes|pushed|caused|led|left|killed|ruined|brought|got|sent|is (?:what|why|to blame|the reason|as)|was (?:what|why|to blame|the reason|unbearable|too)|were|did (?:this|that|it|not help)|started|turned|broke|destroyed|gave me|forced|wore|contributed|in (?:this|it|all)|for|too|as well|as much|came between|played|took|suffocated|that)',
    ),
    notAfter: anyOf(
      '(?:not|never|nothing|despite|no|blamed|blame|and not|because of|of|on|used|using|for)$',
      '(?:nothing to do with|without) ?$',
    ),
    notIn: anyOf(
      'your (?:\\w+ )?(?:words|questions|needs|phone|parents|friends|mother|family|work|job|past|choice|silence|anger|lies) (?:{adv} |had |has |have )*(?:were|in|for|made me see|took|that|got|left|is|too|as well)',
      'your (?:anger|suspicions?|questions?|jealousy|moods?) (?:{adv} )*(?:is|are|were|was (?!what|why|to blame|the reason|unbearable|too)|that)',
      'your (?:own )?choice',
    ),
    notNext: anyOf(
      'right',
      'fair',
      'well founded',
      'justified',
      '(?:[^ ]+ ){0,3}because (?:i|of my)',
      'i (?:lied|hid|took)',
      'true',
    ),
  },
  {
    is: anyOf(
      '(?:because of|thanks to|due to|owing to|as a result of|blame|down to|in response to|faced with|with|given) (?:{adv} )*(?:you(?= [.,;!]|$| and)|your (?!trust|pain|nightmares|kindness|honesty|patience|courage|help|question|love|therapist|right|letter|messages|permission|blessing)(?:\\w+ ?){1,3})',
      '(?:is|was|it is|it was|are|were) (?:{adv} )*(?:your|partly your|also your|half your|just as much your|as much your|because of your) (?:{adv} |own )*(?:fault|doing|idea|choice|responsibility|part|problem)',
      'your fault',
      'you (?:{adv} )*(?:brought (?:this|it) on|asked for (?:it|this)(?= [.,!;]|$)|had it coming|started (?:it|this|all)|did (?:it|this|that|the same|exactly the same|something|worse|much the same|things|your)(?: \\w+)? (?:to me|first|too|yourself|as well|in|with|thing)|cheated(?: on me)? (?:first|too|as well)|lied (?:first|too|as well|to me (?:too|first|before|about))|have (?:{adv} )*(?:your (?:own )?(?:secrets|faults|part|share|flaws|lies)|hurt me|done|made mistakes|lied|to (?:take|accept|own|look at) (?:{adv} )*(?:some|your|part|half)|a part|a share|had)|had (?:{adv} )*(?:your (?:own )?(?:part|share|secrets|affair|fling)|a (?:part|hand|share|role)|hurt me|an affair)|play(?:ed)? (?:{adv} )*(?:a|your|some) (?:part|role)|contribut\\w*|bear (?:some|part|half|a)|share (?:the|some|in|this|responsib\\w+)|let (?:it|this) happen|allowed (?:it|this)|also (?:lied|cheated|hid|hurt|did|made|broke|have|had|played|share|need to|stopped|never)|too (?:lied|have|had|made|stopped))',
      '(?:what about|remember|do not forget|look at) (?:{adv} )*(?:you(?= [.,?!]|$| and)|your own|the time you|when you|yourself|what you)',
      '(?:not|it is not|this is not|that is not|i am not) (?:{adv} )*(?:all|only|just|entirely|completely|solely|the only one|totally|exclusively|100 %?) (?:{adv} )*(?:my fault|on me|my doing|me|mine|to blame|my responsibility|responsible|at fault|guilty|the one|who)',
      'why (?:were|did|would|could|are|do) you (?:not )?(?:{adv} )*(?:so cold|stop|not|there|ignore|reject|push|ever)',
      'pot and kettle|people in glass',
      'look in the mirror',
    ),
    notAfter: anyOf(
      '(?:not|never|nothing|none of (?:it|this|that) (?:is|was)|hardly|neither|nor|is no|said|told you|claimed|say|blamed|pretended|no part|of|without|ask|tell|know|deserved|not even|it is not|and not|, not|do not|that|as if|on)$',
      '(?:not|never|nor|nothing|none)(?: \\w+){0,3}$',
      '(?:pain|nightmares|sleep|health|better|alive|honest|sober|trust|learn\\w*|grow\\w*|grateful|thank\\w*)(?: \\w+){0,3}$',
    ),
    notNext: anyOf('(?:[^ ;—]+ ){0,3}(?:right|kindness|patience|honesty|courage|trust)', 'to (?:know|decide|ask)'),
    notIn: anyOf(
      '(?:not|none of it|never) (?:{adv} )*(?:your|you)',
      'you have (?:{adv} )*(?:done|had|made|lied|hurt)(?: not)?$',
      'remember (?:when|what|the time) you',
      '(?:with|given|blame|faced with) (?:your|you)',
    ),
  },
];
