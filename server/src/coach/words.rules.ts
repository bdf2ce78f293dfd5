/**
 * The words that the patterns of the coach are made of. A pattern names a set in braces: `{sorry} if`. Sets are broad
 * on purpose: what is judged is how a sentence is built, and people say each part of it in many ways.
 */
const list = (words: string): string =>
  words
    .trim()
    .split(/\s*\|\s*|\s*\n\s*/)
    .filter(Boolean)
    .join('|');

const SETS: Readonly<Record<string, string>> = {
  sorry: list(
    'sorry|apologi[sz]e[sd]?|apologi[sz]ing|apology|apologies|regret|regrets|regretful|remorse|remorseful|my bad',
  ),
  be: list('am|are|is|was|were|be|been|being'),
  /** Words that may stand between the parts of a pattern. */
  adv: list(`
    really|so|very|truly|deeply|terribly|awfully|quite|also|all|always|ever|just|only|simply|honestly|genuinely|actually
    still|then|now|maybe|perhaps|probably|even|too|rather|pretty|completely|totally|absolutely|sincerely|obviously|clearly
    such|often|sometimes|already|somehow|basically|kind of|sort of|a bit|a little|that|this|never|again|first|both|eventually
    constantly|repeatedly|suddenly|slowly|gradually|secretly|well|much|more|partly|largely|mostly|extremely|incredibly|dearly`),
  feel: list(
    'feel|felt|feels|feeling|been feeling|are feeling|were feeling|been left feeling|ended up feeling|came away feeling',
  ),
  affect: list(`
    upset|hurt|angry|sad|mad|disappointed|offended|wounded|insulted|betrayed|embarrassed|humiliated|uncomfortable|uneasy
    insecure|jealous|suspicious|sensitive|confused|worried|anxious|scared|frightened|lonely|neglected|rejected
    abandoned|ignored|disrespected|devastated|heartbroken|distressed|shocked|bothered|annoyed|frustrated|furious|bitter
    miserable|unhappy|depressed|unloved|unwanted|overwhelmed|disturbed|pained|stressed|distraught|troubled|cross|emotional
    let down|in pain|affected|unsettled|saddened|shaken|put out|irritated|resentful|paranoid|unhappy about|so down`),
  harm: list(`
    hurt|hurts|upset|upsets|offend\\w*|wound\\w*|harm\\w*|damag\\w*|pain\\w*|bother\\w*|distress\\w*|sting|stung|sad\\w*|insult\\w*
    embarrass\\w*|humiliat\\w*|confus\\w*|disappoint\\w*|betray\\w*|neglect\\w*|let you down|affect\\w*|disturb\\w*|anger\\w*|worr\\w*
    uncomfortable|uneasy|hard|difficult|tough|bad|wrong|doubt\\w*|small|unloved|unwanted|feel\\w*|felt|cold|distant|careless|rude
    harsh|selfish|cruel|unfair|mean|troubl\\w*|scar\\w*|fright\\w*|cross\\w*|mistak\\w*|mess\\w*|too far|lonely|alone|angry|mad|impression
    misle\\w*|confusion|inconvenien\\w*|trust|came (?:across|off|over)|come (?:across|off)|seem\\w*|look\\w*|appear\\w*|sound\\w*`),
  /** Wrongs with a name, in the past tense. */
  wrong: list(`
    lied|cheated|hid|deceived|betrayed|slept|kissed|flirted|strayed|deleted|stole|gambled|spent|drank|texted|messaged
    sexted|denied|concealed|covered|pretended|cancelled|withheld|forged|faked|erased|wiped|borrowed|misled|tricked|fooled|abandoned
    ignored|neglected|shouted|yelled|screamed|hit|pushed|shoved|threatened|mocked|belittled|humiliated|insulted|snapped|blamed
    accused|cut you off|walked out|ran off|ran away|went|met|saw|called|wrote|kept|took|bought|paid|sold|told|said|did|did it
    had (?:an|the|that|this) (?:affair|fling|drink)|had sex|made love|started|continued|carried on|turned to|looked for|looked elsewhere
    sought|found someone|fell for|fell into|left|stayed|used|opened|read|swore|broke|crossed|signed|sent|invited|joined
    registered|booked|moved|transferred|dated|cybered|relapsed|acted|behaved|reacted|got|gave in|slipped|messed|failed|chose
    avoided|shut you out|lost|drove|bet|smoked|watched|paid for|visited|rang|phoned|emailed|chatted|let|hooked up|fooled around`),
  /** Acts that a stranger would understand from one word. */
  act: list(`
    lie|lied|lying|cheat|cheated|cheating|hid|hide|hiding|hidden|deceived|deceiving|slept|sleep|sleeping|kissed|kiss|kissing
    flirted|flirting|deleted|delete|deleting|stole|steal|stealing|stolen|gambled|gamble|gambling|spent|spend|spending|drank
    drinking|texted|texting|messaged|messaging|sexting|denied|deny|denying|concealed|concealing|pretended|pretending|forged|forging
    faked|faking|erased|erasing|borrowed|borrowing|misled|misleading|shouted|shouting|yelled|yelling|screamed|hit|hitting|shoved
    threatened|threatening|mocked|mocking|belittled|belittling|humiliated|met|meet|meeting|saw|seeing|wrote|write|writing|called
    calling|phoned|rang|emailed|sold|sell|selling|bought|buy|buying|paid|paying|sent|send|sending|signed|signing|booked|booking
    dated|dating|bet|betting|invited|inviting|walked out|visited|visiting|watched|watching|moved out|opened|opening|read|reading
    telling|told|saying|said|spoke|speaking|swore|promised|promising|broke|breaking|drove|driving|staying|stayed|danced|dancing
    touched|touching|missed|missing|forgot|forgetting|skipped|cancelled|cancelling|accused|accusing|blamed|blaming|threw|took|taking
    kept|keeping|withdrew|stalked|spied|mentioned|introduced|brought|let her|let him|had sex|had an affair|having an affair`),
  actNoun: list(`
    affair|affairs|lies|lie|messages|message|texts|text|kiss|kisses|debt|debts|loan|loans|account|accounts|flat|hotel|money|savings
    casino|bets|photos|pictures|phone|letters|emails|calls|porn|drinking|gambling|infidelity|adultery|cheating|insults|names
    secrecy|deceit|deception|dishonesty|deletions|receipts|trips|visits|dates|drugs|cocaine|ring|passwords|diary|credit card|card
    profile|app|one-night stand|overdraft|mortgage|meetings|lunches|dinners|weekends|unfaithfulness|unfaithful|silence|temper`),
  /** Circumstances and states that are offered as reasons. */
  state: list(`
    lonely|alone|drunk|high|tired|exhausted|stressed|depressed|anxious|scared|afraid|frightened|terrified|ashamed|embarrassed
    confused|lost|sad|unhappy|miserable|bored|angry|hurt|desperate|overwhelmed|grieving|ill|sick|burnt out|burned out|jealous|weak
    vulnerable|needy|insecure|numb|empty|broken|young|immature|naive|stupid|unloved|unwanted|invisible|neglected|rejected|trapped
    worried|nervous|panicking|manic|in shock|in pain|under|out of my|not myself|hungover|low|down|struggling|going through
    going under|drowning|dealing|coping|hurting|suffering|mourning|drinking|working|away|abroad|unemployed|out of work|homesick
    flattered|tempted|swept|starved|craving|missing|curious|upset|frustrated|fed up|at a low|at my|in a (?:\\w+ )?(?:place|state|way|time|phase)
    at rock bottom|off my|on medication|so far|only human|human|just human|raised|brought up|abused|bullied|conditioned|not well
    not thinking|not in|not ready|not strong|not happy|not sober|not able|unable|incapable|used to being|only trying|trying|protecting`),
  burden: list(`
    work|job|boss|stress|pressure|pressures|childhood|upbringing|parents|father|mother|family|past|trauma|depression|anxiety
    adhd|add|bipolar|ptsd|autism|illness|condition|disorder|diagnosis|addiction|alcohol|alcoholism|drink|drinking|drugs|wine|beer
    medication|pills|hormones|menopause|midlife|mid-life|crisis|grief|loss|loneliness|insecurity|insecurities|self-esteem
    ego|fear|fears|anger|weakness|nature|needs|libido|sex drive|culture|background|money|debts|bills|finances|business|deadlines
    exams|pregnancy|baby|health|cancer|burnout|brain|mind|head|nerves|temper|moods|problems|issues|state of mind|mental health
    circumstances|situation|way i was (?:raised|brought up)|low mood|exhaustion|tiredness|boredom|curiosity|desperation|panic|demons
    unemployment|redundancy|divorce|death|move|isolation|lockdown|distance|travel|lack of sleep|shift|shifts|hours|attachment style`),
  /** A third party who could be made the cause. */
  third: list(`
    she|he|they|her|him|(?:my|the|our|his|her|your|some|a|an|that|those|these|all my) (?:old |best |other |new |work |so-called |younger |older |good )*(?:friends?|mates?|cousins?|brothers?|sisters?|boss
    colleagues?|coworkers?|co-workers?|team|guys|lads|girls|woman|man|guy|girl|mother|father|dad|mum|mom|parents|ex|neighbours?|client|manager|buddies|crowd|group|roommate|flatmate|ex-wife|ex-husband|uncle|trainer|people)
    other people|everyone|everybody|people|friends`),
  /** What a therapist, a friend or a conscience may have talked somebody into without being blamed for it. */
  helper: list('therapist|counsellor|counselor|doctor|sponsor|gp|solicitor|lawyer'),
  kin: list(
    'wife|husband|partner|spouse|person|christian|woman|man|mother|father|friend|muslim|believer|catholic|soul|boyfriend|girlfriend',
  ),
  generic: list(`
    everything|anything|all|it|this|that|stuff|things|thing|mistakes?|actions?|behaviou?rs?|conduct|choices|choice|decisions?
    situation|mess|past|business|wrongs?|wrongdoings?|errors?|failings?|failures?|faults?|shortcomings|trouble|problems?|issues?
    events?|sins?|misdeeds?|transgressions?|judgement|judgment|lapses?|episode|chapter|matter|incidents?|circumstances|drama|whole lot
    part|role|ways|attitude|deeds|carry-on|wrongness|stupidity|foolishness|poor form|bit|share|indiscretions?|missteps?|slip-ups?|nonsense
    selfishness|weakness|weaknesses|immaturity|thoughtlessness|carelessness|what happened|what went (?:on|wrong|down)|what has (?:happened|gone on|been going on)|what took place|what has been|all that happened|everything that (?:happened|went wrong|went on|i did)|all that went`),
  bad: list(`
    wrong|bad|terrible|awful|horrible|stupid|foolish|dreadful|unforgivable|inexcusable|unacceptable|hurtful|selfish|poor|dumb|silly
    big|huge|serious|great|grave|regrettable|shameful|careless|thoughtless|questionable|unwise|reckless|rotten|nasty|idiotic
    out of order|out of line|not okay|not ok|not right|not fair|unfair|cruel|disgusting|despicable|appalling|indefensible|immature|unkind`),
};

/** A pattern over `Sentence.norm`. `{name}` stands for any word of that set; words are whole words. */
export function pattern(source: string): RegExp {
  const filled = source.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const words = SETS[name];
    if (words === undefined) throw new Error(`The coach has no words called ${whole}.`);
    return `(?:${words})`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${filled})(?!(?<=[\\p{L}\\p{N}'-])[\\p{L}\\p{N}'-])`, 'gu');
}

/** Any of several patterns. */
export const anyOf = (...sources: string[]): RegExp => pattern(sources.map((source) => `(?:${source})`).join('|'));

/** Whether the pattern is anywhere in these words. */
export function has(words: string, found: RegExp): boolean {
  found.lastIndex = 0;
  return found.test(words);
}

/** Whether the pattern begins these words. */
export function startsWith(words: string, found: RegExp): boolean {
  found.lastIndex = 0;
  return found.exec(words)?.index === 0;
}
