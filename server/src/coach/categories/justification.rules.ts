import { matches, type Category, type Match, type Way } from '../finding.rules.js';
import type { Sentence } from '../text.rules.js';
import { anyOf, has, pattern } from '../words.rules.js';

/** Says that the act was the speaker's. What stands beside it is no excuse. */
const OWNED = anyOf(
  '(?:i|we) (?:{adv} )*(?:lied|hid|hurt|chose|cheated|deceived|betrayed|stole|decided|own|am (?:the one|responsible|to blame|answerable|guilty)|am still responsible|was wrong|knew|broke|kept (?:lying|going|seeing|hiding|it)|went back|could have|should have|had a choice|had choices|wanted to be with|deleted|blamed)',
  '(?:that|it|which|this|none of (?:it|that|this)|neither|nothing) (?:\\w+ ){0,2}?(?:no|not an|not a|not the|never an|not any) (?:\\w+ )?(?:excuse|reason|justification|answer|defence|defense)',
  '(?:does|do|did) not (?:\\w+ )?(?:excuse|justify|make it|change|lessen|matter|count|help)',
  '(?:excuses?|justif\\w+) (?:none|nothing)',
  '(?:my|mine) (?:own )?(?:choice|decision|responsibility|doing|fault|alone)',
  '(?:the )?(?:choice|decision|fault) (?:was|is) mine',
  'gives me no|gave me no right|no excuse',
);
const ADDITIVE =
  /(?:^| )(?:also|as well|too|there is more|there was more|worse|worst|on top of|more than that|again) ?/gu;

/** Owned, but not by the very words of the excuse ("it is no excuse, but …"). */
const ADMITS = anyOf(
  '{sorry}|{wrong}|{act}|wrong|mistake|mistakes|guilty|fault|ashamed|excuse|responsib\\w+|responsible|blame|hurt|harm|pain|unfair|not right|bad|terrible|awful|stupid|not proud|betray\\w+|trust|truth|honest|affair|should|could have|admit|confess|own|know|true|yes|okay|fine|understand|may have|might have|meant to|wanted to tell|tried to|planned to|was going to|never told|did not tell',
);
/** What is offered after "but": a state, a burden, a motive. */
const EXCUSE = anyOf(
  '(?:i|we) (?:{adv} )*(?:was|were|had been|have been|am|felt|got|became|kept feeling|had felt) (?:{adv} )*(?:{state})',
  '(?:i|we) (?:{adv} )*(?:needed|had needs|had no (?:one|idea|choice|way|other|option|energy|strength)|had (?:a lot|so much|too much|nobody|my reasons|reasons|good reasons|problems|issues|been drinking|a hard|a difficult|a rough|a bad|an? (?:\\w+ )?(?:time|year|month|week|day|childhood|breakdown))|did it (?:for|because|to|out of)|meant (?:well|no harm|it|to)|never (?:meant|wanted|intended|planned|set out|thought)|did not (?:mean|want|intend|plan|know (?:how|what)|think|realise|realize|see|set out|have)|could not (?:help|stop|cope|think|see|find|bear|face|talk|tell|handle|take)|can not help|thought|believed|assumed|hoped|wanted (?:to protect|to spare|you to be|to feel|some|someone|attention|affection|only|the best|what)|only (?:wanted|did|meant|tried|wrote|went|said)|just (?:wanted|needed|could not|felt|thought)|was only|was just|was trying|tried|had to|do have|have (?:my|good|adhd|a|reasons|needs|had a|been through)|suffer|suffered|struggle|struggled|lost my|swear i|honestly|love you|loved you|always loved|was not (?:thinking|myself|happy|in|well|ready|getting|able|sober|planning|trying))',
  '(?:my|the|all the|all that|all my|our) (?:\\w+ )?(?:{burden}) (?:\\w+ )?(?:was|were|is|are|had|has|got|made|makes|took|did|kept|came|became|can|would|put|left|died|drove|pushed)',
  '(?:{burden}) (?:{adv} )*(?:was|were|had been|is) (?:{adv} )*(?:killing|hard|hell|awful|terrible|difficult|crazy|too much|insane|tough|stressful|piling|bad|mad|brutal|overwhelming|crushing|eating)',
  '(?:things|life|times|it|everything|that|this|home|the (?:year|month|time|week|house|situation|pressure|timing|moment)|we|bills|the bills) (?:{adv} )*(?:was|were|had been|is|are|got|became|had become|felt) (?:{adv} )*(?:hard|difficult|tough|bad|rough|hell|a (?:\\w+ )?(?:hard|difficult|bad|rough|strange|crazy|dark|tough) (?:\\w+)|complicated|stressful|crazy|too much|not (?:easy|planned|intentional|deliberate|on purpose|meant|serious|that simple|what you)|never (?:planned|intended|easy|my intention|a good|the right)|for (?:us|you|our|the)|because|an accident|the (?:alcohol|drink|stress|drugs)|dead|dying|empty|over|unhappy|distant|piling up|tight|apart|growing apart|drifting)',
  'there (?:was|were|is|are|has been|had been) (?:{adv} )*(?:so much|too much|a lot|lots|never|no|reasons|things|pressure|stress|nobody|problems|circumstances|more to it|another side|two sides)',
  '(?:nobody|no one|none of us) (?:is|was) (?:perfect|a saint)',
  '(?:everyone|everybody|people|we all|anyone|any (?:man|woman|one)) (?:{adv} )*(?:makes? mistakes|slips?|lies?|fails?|would have|does|do|has)',
  'you (?:{adv} )*(?:were|had|did|never|stopped|always|made|kept|would|are|have|pushed|left|could|wanted|gave|said|started|asked|refused|drove|should|must|need|work|drink|nag)',
  'your (?:\\w+ )(?:was|were|had|made|drove|did|is)',
  'we (?:{adv} )*(?:had|were|have|are|both|hardly|never|stopped|drifted|grew|did not|barely)',
  '{third} (?:{adv} )*(?:was|were|had|made|kept|came|started|pushed|seduced|would not|told|said|needed|understood|listened|asked|wanted)',
);
const BENIGN = anyOf(
  '(?:i|we) (?:{adv} )*(?:will|am going to|want to (?:hear|listen|understand|answer|say|do|change|make|earn|be honest|tell|repair|own)|am (?:writing|here|willing|ready|listening|learning|working|going|trying to (?:change|learn|understand|be)|sorry|not (?:asking|expecting|going))|accept|understand|hope|can|know|see|promise|have (?:now )?(?:started|begun|stopped|told|ended|blocked|booked|learned))',
);

/** "I lied, but I was tired": the part after the turn lowers what the part before it owns. */
function afterBut({ norm }: Sentence): Match[] {
  const found: Match[] = [];
  for (const { index, 0: turn } of norm.matchAll(
    /(?<![\p{L}'])(?:but|yet|however|though|although|even though|even if|still|except|only)(?![\p{L}'])(?: ,)?/gu,
  )) {
    if (/^(?:still|only|yet)/.test(turn) && !/[,;—.] (?:and )?$/.test(norm.slice(0, index))) continue;
    const before = norm.slice(0, index).trim();
    if (
      /(?:nothing|no one|nobody|anything|everything|none|all|last|not only .*|as|can not|could not help)$/.test(before)
    )
      continue;
    const stretch = norm.slice(index + turn.length);
    const stop = stretch.search(/ (?:[;—.!?]|, (?:and|but|so) )/u);
    const part = stop < 0 ? stretch : stretch.slice(0, stop);
    const rest = stop < 0 ? '' : stretch.slice(stop);
    const opens = before === '' && /^(?:although|though|even though)/.test(turn);
    // "Although I was wrong, I was tired" puts the excuse on either side of the comma.
    const sides = opens ? splitAtComma(part) : ([part, before] as const);
    const pairs = opens ? [sides, [sides[1], sides[0]] as const] : [sides];
    const lowered = pairs.some(
      ([excuse, admission]) =>
        has(excuse, EXCUSE) && ![OWNED, ADDITIVE, BENIGN].some((own) => has(excuse, own)) && has(admission, ADMITS),
    );
    if (lowered && !has(rest, OWNED)) found.push({ from: index, to: index + turn.length + part.length });
  }
  return found;
}

function splitAtComma(part: string): readonly [string, string] {
  const comma = part.indexOf(' , ');
  return comma < 0 ? [part, ''] : [part.slice(0, comma), part.slice(comma + 3)];
}

const MOTIVE =
  '(?:i|we) (?:{adv} )*(?:was|were|had been|am|felt|have been|got|have always been|had felt|was feeling) (?:{adv} )*(?:{state})|(?:i|we) (?:{adv} )*(?:needed|need|have (?:adhd|a (?:problem|disorder|condition|disease|high))|had (?:needs|nobody|no one|no choice|been|had|a lot|so much|too much|a (?:\\w+ )*(?:time|childhood|year|day|breakdown|problem))|did not (?:want|know how|mean|feel|think|have)|could not (?:cope|face|bear|sleep|stop|help|stand|talk|handle|take)|wanted (?:to feel|to be (?:loved|seen|wanted|needed|heard|held|admired|desired)|attention|affection|comfort|someone to|some|to protect|to spare|to escape|you to|to forget|to avoid)|lost (?:my|control)|panicked|thought|believed|grew up|never learned|never got|never felt|love you|loved you|missed|craved|longed|suffer|suffered|struggle|struggled|drank too|was raised)|(?:{burden}) (?:\\w+ )?(?:was|were|is|had|made|got|took|has|died|kept)|(?:of |to |from )?(?:all |so much |too much |sheer |pure |my |the |our |that |such |a lot of |extreme |deep |total )*(?:{burden})|things (?:were|had)|life (?:was|had)|it was (?:{adv} )*(?:hard|easier|a (?:\\w+ )*time|dark|cold|difficult|easy)|the (?:kids|children|house)|money was|times were|home was|nobody|no one|she (?:made me feel|listened|understood|was there|needed)|he (?:made me feel|listened|understood|was there|needed)|we (?:were|had|never|hardly|did not|no longer|barely|stopped)|you (?!asked|deserve|have a right|have the right|are owed|trusted|trust|needed to|need to know|should|ought|told me the truth|matter|want|wanted to know|are right|were right|loved|believed)';
const ACTED =
  '(?:i|we|it|that|this|all of (?:it|this)) (?:{adv} )*(?:{wrong}|happened|started|began|was (?:lying|cheating|hiding|drinking|gambling|seeing|unfaithful|distant|cold|dishonest|secretive|with (?:her|him))|kept|had|could not (?:tell|be)|did not (?:tell|say|answer|come|stop|want)|never (?:told|said|mentioned|came))';

const WAYS: readonly Way[] = [
  // a history or a need all by itself
  {
    is: anyOf(
      'i (?:{adv} )*(?:come from|grew up (?:in|with|without)|was (?:raised|brought up)|never learned (?:how |to )|was never (?:taught|shown|loved|good at))',
      '(?:nobody|no one) (?:{adv} )*(?:taught|showed|told) me',
      'i (?:{adv} )*needed (?:{adv} )*(?:someone|somebody|to (?:feel|be|get|escape|forget|talk|cope|relax|let)|an (?:escape|outlet)|a (?:break|friend|release|way|distraction)|comfort|attention|affection|company|closeness|love|help|some|more|something|sex|it|her|him)',
      '(?:it|that|she|he|drinking|gambling|the affair|lying|this) (?:{adv} )*(?:was|became) (?:{adv} )*(?:the only (?:way|thing|place)|my (?:only )?(?:way|escape|outlet|refuge|release|comfort|crutch|medicine|lifeline))',
      'my (?:only )?way of (?:coping|dealing|escaping|surviving|getting)',
      'i (?:{adv} )*did not (?:{adv} )*know (?:how to|what (?:else|to do|i was doing)|any better|where to turn|who to|another way)',
      '(?:she|he) (?:{adv} )*(?:made me feel|understood me|listened to me|was there for me|gave me (?:what|the|something|attention|back)|saw me|appreciated me|paid attention)',
      'i (?:{adv} )*(?:thought|figured|believed|was convinced|was sure|assumed) (?:that )?(?:you (?:{adv} )*(?:did not|would never|would not|no longer|had|were|knew|wanted)|it (?:{adv} )*(?:was (?:harmless|best|better|over|kinder|fine|for the best)|would (?:be (?:better|kinder|easier|best)|blow|pass|protect|spare|go|only hurt))|we (?:{adv} )*were (?:over|finished|done|through|on a break))',
      '(?:it|that|this) (?:{adv} )*(?:seemed|felt) (?:{adv} )*(?:easier|kinder|better|harmless|right at the time|like the only|the only|so good|right|necessary|safer)',
      '(?:the )?(?:stress|pressure|loneliness|drink|drinking|alcohol|grief|depression|anxiety|boredom|temptation|strain|burden|fear|guilt) (?:{adv} )*(?:was|became|got|had become|had got|is) (?:{adv} )*(?:too (?:much|great|strong|big|heavy)|unbearable|overwhelming|crushing|killing|eating|stronger)',
    ),
    unless: OWNED,
    notAfter: anyOf(
      '(?:not|never|that|if|whether|while|when|told you|said|you|as if)$',
      '(?:not|never|let you|made you)(?: \\w+){0,2}$',
    ),
    notIn: anyOf(
      'needed (?:{adv} )*(?:to be (?:honest|stopped|the)|help$|it$|more$|some$|something$|her$|him$)',
      'knew',
    ),
    notBefore: anyOf(
      '^(?:was|is) (?:a lie|no|not|wrong|false)',
      'and (?:\\w+ )?(?:lied|hid|took|chose|used)',
      'you (?:needed|had to|were left)',
    ),
  },
  // "I lied because I was scared", "… since …", "… due to stress"
  {
    is: pattern(
      `${ACTED}(?:(?! because| ;| —| [.!?]| you [a-z]+ed ).){0,70}? (?:because|since|as|seeing that|seeing as|given that|due to|owing to|thanks to|on account of|out of|given|considering|from (?=(?:{adv} |sheer |pure |my |all |too much |the )*(?:loneliness|boredom|desperation|stress|exhaustion|fear|insecurity|depression|pressure|grief|panic|weakness))) ?(?:{adv} )*(?:${MOTIVE})(?:(?! ;| —| ,| [.!?]).)*`,
    ),
    unless: anyOf(
      '(?:i|we) (?:\\w+ )?(?:stopped|ended it|told (?:our|the|my) (?:therapist|sponsor)|am (?:writing|telling|saying|sorry|here|ashamed)|blocked|confessed|came clean)(?:(?! ;).)* because',
    ),
    notIn: anyOf(
      '(?:because|since|as) (?:i|we) (?:\\w+ )?(?:lied|hid|hurt|chose|cheated|deceived|wanted her|wanted him|could|am|was (?:a coward|selfish|greedy|cowardly|arrogant|lying|cheating|hiding|vain|entitled|ashamed of what))',
      'as (?:if|though|well|soon|long|much)',
      'from (?:the|my) (?:account|office|phone|savings|work|family account)',
      '(?:under|from|out of) (?:the|my) (?:bed|house|office|family|money|savings|business)',
    ),
  },
  {
    is: pattern(
      `(?:because|since|due to|owing to|thanks to|given(?: that| how)?|considering(?: that| how)?|with|as|seeing as|after|in view of|on top of) (?:{adv} )*(?:(?:all |everything |what )?(?:${MOTIVE})|(?:the|everything) (?:\\w+ )?(?:i was (?:under|going through|dealing with|carrying|facing|living with)|that was (?:happening|going on))|how (?:{adv} )*(?:{state})|what i (?:was|had been) (?:going|dealing|living|carrying|through)|(?:the |such a |a |my )(?:\\w+ )*(?:year|childhood|day|week|month|upbringing|marriage|past|life) (?:i|we|like)(?:(?! ,).)*|my (?:\\w+ )*(?:{burden}))(?:(?! ,| ;).)*,? (?:.{0,30}?)(?:${ACTED}|was bound|was only|was inevitable|had no|could not|of course|no wonder|is it any wonder|what else)`,
    ),
    notIn: anyOf(
      '(?:because|since|as) i (?:\\w+ )?(?:lied|hid|hurt|chose|cheated|deceived)',
      'because of (?:what i|my (?:lies|affair|lying))',
    ),
    notAfter: anyOf('you (?:\\w+ ){1,6}'),
  },
  // "I was lonely, so I texted him", "… that is why I went"
  {
    is: pattern(
      `(?:(?:i|we|my (?:\\w+ )?(?:{burden})|work|life|things|it|home|the (?:\\w+)|you) (?:{adv} )*(?:was|were|had been|have been|am|felt|got|is|had|makes?|made|drinking|needed|missed|never|stopped|would not|did not|kept|come|came|grew|was raised|learned|do not|do|have|has)(?:(?! ;| but| [.!?]).){1,60}?)(?:,|;|—)? ?(?:and )?(?:so|that is why|which is why|that was why|hence|therefore|and that is how|which led|that led me|this is why|that is how) (?:of course )?(?:{adv} )*(?:i|we|it|that|one|things|to) (?:{adv} )*(?:{wrong}|went|started|happened|was|could|needed|ended|became|turned|found|did|had|never|cannot|can not|do not|always|fell|gave|took|let)`,
    ),
    notIn: anyOf('i (?:{adv} )*(?:lied|hid|chose|cheated|wanted both)', 'so that', 'wrong, so', 'sorry'),
    notBefore: anyOf('wrong', 'responsible'),
  },
  // motives dressed as care: "to protect you", "for your own good"
  {
    is: pattern(
      `(?:${ACTED}|kept (?:it|this|that|quiet)|said nothing|stayed silent|did not tell you|never told you|could not tell you)(?:(?! ;| but| [.!?]).){0,50}?(?:(?:to|so as to|in order to|only to|trying to|wanted to|hoping to) (?:{adv} )*(?:protect|spare|shield|save|keep (?:the peace|you (?:safe|happy|from)|us together|our family|things|everyone happy)|avoid (?:a|an|another|hurting|upsetting|fights?|arguments?|conflict|drama|worrying)|make you happy|provide)|so (?:that )?you (?:would|did|might|could) not (?:have to )?(?:worry|be|get|feel|hurt|suffer|leave)|so as not to|for (?:your|our|the|their) (?:own )?(?:good|sake|family|children|kids|marriage|benefit|future|happiness)|for (?:us|you)(?= [.,;!]|$)|not to (?:hurt|upset|worry|burden) you|with (?:the best|good) (?:of )?intentions?)`,
    ),
    notIn: anyOf('told myself', 'so (?:that )?you would not (?:see|find|know|notice|look|ask|suspect|catch|hear)'),
    notAfter: anyOf('will$', 'not$', 'never$'),
  },
  {
    is: anyOf(
      'i (?:{adv} )*(?:meant (?:well|no harm|it for the best)|had (?:the best|good) (?:of )?intentions|was (?:{adv} )*(?:trying|hoping) to (?:protect|spare|shield|keep you|save|help)|had (?:good|my|my own) reasons|did it for (?:us|you|the|our)|did not mean (?:to|for|it|any)|never (?:meant|intended|set out) (?:to|for|any|it)|did not (?:intend|plan|set out) to|never wanted (?:to hurt|any of|this|it))',
    ),
    notBefore: anyOf('(?:and|but) (?:i|it) (?:\\w+ )?(?:did|hurt|chose|was wrong)', 'does not', 'is no'),
  },
  {
    is: anyOf(
      '(?:it|that|this|what happened) was not (?:{adv} )*(?:intentional|deliberate|on purpose|planned|my intention|personal|about you|what i (?:wanted|meant|intended)|(?:really )?(?:a|my) choice|(?:really )?my fault|me)',
      '(?:it|that) was (?:{adv} )*(?:bound to happen|inevitable|unavoidable|out of my (?:control|hands)|beyond my control|only natural|human|the (?:drink|drugs|alcohol|wine|stress|depression|illness|medication|booze|beer|addiction)|an accident|because of (?:my|the|all))',
    ),
    notBefore: anyOf('it was (?:mine|a)'),
  },
  // "you have to understand"
  {
    is: anyOf(
      '(?:you (?:{adv} )*(?:have to|need to|must|should|ought to|have got to|might|could at least)|please|try to|do try to|just|can you (?:not )?(?:please )?|could you (?:please )?|i (?:need|want|would like|hope|wish|just want|ask) (?:for )?you (?:to |would |could |can |will )?|if you (?:could|can|would) (?:only|just)|i wish you (?:could|would)|maybe you (?:can|could)|would you) (?:{adv} )*(?:try to )?(?:{adv} )*(?:understand|see|realise|realize|consider|remember|appreciate|imagine|know|believe|bear in mind|keep in mind|take into account|think about) (?:just )?(?:that |how |what |why |where |the (?:\\w+ )?(?:pressure|stress|state|position|strain|kind|amount|situation)|my (?:\\w+ )?(?:side|position|situation|point|state|reasons|needs|feelings|perspective|view)|it from my|things from my|things my|it my)(?:i|my|me|we|it|things|life|work|side|position|the|this|kind|what|amount|hard|much|difficult|lonely|there|nobody|a man|men|people)?',
      'you (?:{adv} )*(?:have to|need to|must) understand',
      '(?:put yourself|imagine yourself|be|try being|step) (?:in|into) my (?:shoes|position|place|skin)',
      '(?:look at|see) (?:it|things|this) from my (?:\\w+ )?(?:side|point|perspective|position|view)',
      '(?:understand|consider|remember|bear in mind|keep in mind) that (?:i|my|it|things|work|life|we) (?:was|were|had|have|am|did|never)',
      'you (?:can not|could not|do not|have no idea|will never) (?:\\w+ )?(?:know|imagine|understand) (?:what|how|the (?:pressure|stress)) (?:it|i|hard|much|lonely|my|pressure)(?: was| is| had| went)?',
    ),
    notAfter: anyOf('(?:not|never|no longer|cannot|will)(?: \\w+){0,2}$', '(?:not|never)$'),
    notIn: anyOf(
      'do not (?:have|need)',
      'not have to',
      '(?:understand|see|know|realise|realize|remember) (?:that |how |what )?(?:i (?:lied|hurt|chose|cheated|hid|know|am|will|did|have done|did to you)|it was (?:my|never your|not your|wrong))',
      'what i (?:did|have)',
    ),
    notBefore: anyOf('(?:^|\\w+ ){0,3}(?:hurt you|lied|chose|was wrong|not your fault|my fault|my choice)'),
  },
  // "My illness makes me …", "with my childhood …"
  {
    is: pattern(
      'my (?:\\w+ ){0,2}?(?:{burden}) (?:{adv} )*(?:made|makes|caused|causes|led|leads|drove|pushed|took over|got the (?:better|best)|got in the way|is to blame|was to blame|is the reason|was the reason|means|meant|explains|was speaking|was talking|clouded|ruined|does that|did that|did this|turned me)',
    ),
    notBefore: anyOf('excuses? (?:none|nothing)', 'not (?:excuse|justify)', 'no excuse', 'you ', 'your '),
  },
  {
    is: pattern(
      '(?:(?:the|all the|all that|all this|too much|so much|my) )(?:{burden}) (?:{adv} )*(?:made me|drove me|pushed me|led me|got to me|took over|did (?:that|this|it)|was (?:talking|speaking|to blame)|is to blame|clouded|turned me|got the (?:better|best)|caused (?:it|this|me|that)|broke me|messed me)',
    ),
  },
  {
    is: anyOf(
      '(?:i|we) (?:{adv} )*(?:could not help (?:it|myself|it happening|falling|being|the)|can not help (?:it|myself|being|the way)|had no (?:choice|other choice|option|other way|alternative|control)|did not have (?:a|any) choice|lost control|(?:was|were) (?:not (?:{adv} )*(?:myself|thinking|in (?:my right mind|a good place|control|my|the)|in control|of sound)|in no (?:state|condition|position)|out of my (?:mind|head)|not the person|powerless|a different person|too (?:drunk|young|weak|tired|depressed|scared) to)|was beside myself|blacked out|snapped under|am (?:{adv} )*(?:only|just) (?:human|a man|a woman)|was (?:{adv} )*(?:weak|human)(?= [.,;!]|$))',
    ),
    notBefore: anyOf('(?:and|but) i (?:still|chose)'),
  },
  // a circumstance all by itself
  {
    is: anyOf(
      '(?:i|we) (?:{adv} )*(?:was|were|had been|have been|am) (?:{adv} )*(?:going through|under (?:{adv} )*(?:a lot|so much|huge|enormous|great|immense|too much|pressure|stress|terrible|constant|heavy|such|the influence|strain|a great)|at (?:a|my|an) (?:\\w+ )*(?:low|lowest|point|end|limit|breaking)|in (?:a|such a|an) (?:{adv} )*(?:bad|dark|low|difficult|terrible|strange|weird|rough|hard|tough|awful|vulnerable|lonely|confused|horrible) (?:\\w+ )?(?:place|state|time|way|period|phase|point|situation|headspace)|having (?:a|such a) (?:\\w+ )*(?:crisis|breakdown|time|year)|so (?:lonely|stressed|drunk|unhappy|depressed|lost|desperate)(?= [.,;!]|$| (?:at|back|in|that|then|after)))',
      'it was (?:{adv} )*(?:a|such a|my) (?:{adv} )*(?:hard|difficult|rough|dark|bad|tough|stressful|strange|lonely|crazy) (?:time|period|year|phase|patch|point)',
    ),
    unless: OWNED,
    notAfter: anyOf('you (?:\\w+ ){0,8}while$', 'while$', 'when$', 'you$', 'not$'),
    notBefore: anyOf('and (?:you|i)'),
  },
  {
    is: anyOf(
      '(?:any|every) (?:normal |other |red-blooded )?(?:man|woman|one|person|body|husband|wife) (?:would|in my|might|could)',
      '(?:anyone|anybody|everyone|everybody) (?:else )?(?:in my (?:\\w+)|would have|with my)',
      'who would not (?:have|be)',
      '(?:nobody|no one) (?:is|was) perfect',
      '(?:we|people|everyone|everybody) (?:all )?makes? mistakes',
      'you would have done the same',
      'what (?:else )?(?:was i|could i) (?:supposed to|have|do)',
      'to err is human',
      'it is (?:just |only )?(?:human nature|how i am|who i am|the way i am|in my nature)',
      'that is (?:just |only )?(?:how|who|the way) i am',
      'in my defen[cs]e',
      'to be fair to me',
      'my (?:only )?(?:excuse|reasons?) (?:was|is|were|for)',
      'there (?:was|were|is|are) (?:a |good |my |real )?reasons?',
    ),
    notAfter: anyOf('not$', 'never$', 'no$', 'say$'),
    notBefore: anyOf('none', 'no reason'),
  },
  // "I only went because …"
  {
    is: pattern(
      '(?:i|we) (?:only|just|merely|simply) (?:{wrong})(?:(?! ;).){0,60}? (?:because|to (?:feel|forget|escape|help|protect|cope|get|please)|so that|since|as i|when i was|out of)',
    ),
    notIn: anyOf('only (?:stopped|told|admitted|came|confessed|ended|said it because you)'),
  },
];

export const justification: Category = {
  rule: 'justification',
  name: 'A reason beside the act',
  why: 'A reason next to the act can sound like an excuse, even when it is true. It asks for understanding before the hurt was heard.',
  question: 'How would it read if it stopped before the reason, and the reason had its own page?',
  example: 'I cancelled our weekend and drove to her.',
  find: (sentence) => [...afterBut(sentence), ...matches(sentence, WAYS)],
  canBeTakenBack: true,
};
