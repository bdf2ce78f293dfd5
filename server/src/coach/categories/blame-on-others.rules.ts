import type { Way } from '../finding.rules.js';
import { anyOf, pattern } from '../words.rules.js';
import { MY_CHOICE } from './own-choice.rules.js';

/** The two of them, their marriage, or a third person, told as a cause. */
export const BLAME_ON_OTHERS: readonly Way[] = [
  // "we are both to blame", "it takes two"
  {
    is: anyOf(
      'it (?:{adv} )*(?:takes|took|needs) two',
      '(?:we|both of us|the two of us|you and i|each of us|us both|neither of us|we each) (?:{adv} |were |are |have |had |did |do )*(?:both |each |equally |just |jointly )*(?:{adv} |have |had |were |are |not |to |be )*(?:to blame|at fault|responsible|guilty|made (?:\\w+ )?(?:mistakes|errors|bad|choices)|mistakes|mess\\w*|fail\\w*|let (?:this|it|each|the|our|things|go|us)|contribut\\w*|neglect\\w*|hurt each|did (?:things|wrong|this|it|our part)|play\\w*|share|broke|wrong|lied|in the wrong|stopp\\w*|gave up|drifted|perfect|innocent|grew apart|grown apart|drifted apart|own|a part|a hand|our part|blame|a share|saint|know (?:it|that|our)|ruined|killed|got us here|equally|have to (?:take|own|look|accept|admit)|need to (?:take|own|look|accept|admit)|did not (?:try|talk|work|listen|care|make)|took (?:each|us|it|things)|caused|brought|had (?:a|our) (?:part|share|role|faults))',
      '(?:the|some|part of the|half (?:of )?the|shared|joint|mutual|our (?:shared|joint|common)) (?:blame|fault|responsibility) (?:is|was|lies|belongs|goes|falls|should) (?:{adv} )*(?:with|on|to|both|yours|shared|be)(?: \\w+)?',
      '(?:shared|joint|mutual) (?:blame|fault|responsibility)',
      '(?:both|two) (?:sides|of us) (?:to|of|in|are|were|share|have|had|let|did|made)',
      '(?:our|the) (?:marriage|relationship|sex life|bed|home|love life) (?:{adv} |had |has )*(?:was|were|had been|is|became|has been) (?:{adv} )*(?:already|dead|over|broken|cold|empty|in trouble|loveless|sexless|dying|bad|unhappy|on the rocks|a mess|failing|not (?:working|good|happy)|long|finished|stale|rocky|falling|struggling|as good as)',
      '(?:our|the) (?:marriage|relationship) (?:{adv} )*(?:had|has) (?:{adv} )*(?:problems|issues|died|been|broken|ended|gone|grown|become|lost|cracks)',
      'we (?:{adv} )*(?:had|were having|have) (?:{adv} )*(?:our |some |a lot of |so many |many |serious )*(?:problems|issues|troubles|a bad patch|stopped|grown|drifted|lost)',
      '(?:fifty-fifty|50/50|half and half|six of one)',
    ),
    notAfter: anyOf(
      '(?:not|never|not that|that|said|told you|as if|pretended|claimed|say|no|nor|so that|is not|thought)$',
    ),
    unless: anyOf(
      '(?:not|never) (?:both|we both|shared|your|a shared)',
      'i am the one who',
      'we have both (?:lost|suffered|cried|slept|grieved|been)',
    ),
    notBefore: anyOf(
      'because (?:i|of (?:me|my|what i))',
      'when i',
      'and i (?:am|alone|was)',
      'i (?:broke|killed|lied)',
      'is not yours',
      'until i',
      'with (?:dr|our)',
    ),
    notIn: anyOf(
      'responsible for (?:the|our) (?:kids|children)',
      'neither of us (?:{adv} )*(?:know|own)',
      '(?:we|both of us) own (?!our|part|the blame)',
    ),
  },
  // somebody else started it
  {
    is: pattern(
      '{third} (?:(?:who|was|is|were|has|have|had|{adv}|also|really) )*(?:seduc\\w*|tempt\\w*|came (?:{adv} )*(?:on|onto) (?:{adv} )*(?:to )?(?:me|strong)|c(?:a|o)me on to me|threw (?:herself|himself|themselves)|pursu\\w*|chas(?:ed|ing)|made the first|made (?:a|all the) (?:move|pass|moves)|made me|started (?:it|this|flirting|texting|messaging|everything|the|kissing|touching|writing|sending|all)|began (?:it|flirting|texting)|talked (?:me|us) into|push(?:ed|ing) (?:me|us|it)|pressur\\w* me|pressed me|persuad\\w* me|convinc\\w* me|encourag\\w*|egg\\w* (?:me|us)|led me|dragg\\w* me|drew me|pulled me|lur\\w* me|manipulat\\w*|trick\\w* me|wor(?:e|n) me|groomed|would (?:not|never) (?:leave me|stop|let|take|give)|kept (?:{adv} )*(?:texting|calling|messaging|flirting|pushing|asking|writing|coming|sending|buying|pouring|pestering|insisting|inviting|offering|ringing|phoning|contacting|showing)|initiated|kissed me|messaged me|texted me first|wrote to me first|contacted me first|approached me|invited me|put me up|put (?:the|that) idea|got me (?:into|drunk|to|started|hooked|involved|in)|insisted|begged me|dared me|set me up|set it up|hit on me|flirted with me|took advantage|bullied me|blackmail\\w*|threatened to|gave me (?:the idea|drinks?|the drugs)|poured|forced me|(?:was|were) (?:{adv} )*(?:the one|all over me|after me|very persuasive|so persistent|persistent|flirting|the (?:first|instigator)|behind|to blame)|knew (?:i was|how to)|should have (?:known|stopped|said)|never should|told me (?:it (?:was|would be) (?:fine|ok|okay|normal|harmless)|to (?:lie|hide|keep|delete|do|go|not tell|say nothing)|that (?:it|everyone)|everyone|not to tell)|said (?:it (?:was|would be) (?:fine|ok|okay|normal)|nobody|you would never|no one)|wanted (?:it|me to)|made it (?:so )?(?:easy|hard|impossible))',
    ),
    unless: MY_CHOICE,
    notAfter: anyOf(
      '(?:nobody|no one|not|never|if|told you|said|that|neither|pretended|claimed|lied that|blame|so that|when|your|because|and)$',
      '(?:your|nobody|no one)(?: \\w+)?$',
      'not (?:because |that )?$',
    ),
    notIn: anyOf(
      '^(?:(?:my|our|the|his|her|a) )?(?:\\w+ )?{helper}',
      '^people',
      '(?:convinc|persuad|encourag|push|press)\\w* (?:me|us) to (?:tell|confess|come clean|stop|get help|see|write|call|go to (?:therapy|the doctor|a)|be honest|apologi)',
      '^my (?:mother|father|dad|mum|mom|sister|brother|parents) (?:said|told me (?:to (?:say|tell)|that))',
      '^(?:everyone|everybody|people) (?:said|encourag|wanted|knew|kept)',
      '^(?:\\w+ ){1,3}(?:never|did not) (?!left)',
      '^(?:her|him) (?:kissed|invited|wanted)',
    ),
    notNext: anyOf(
      'to (?:tell|confess|come clean|stop|get help|see (?:a|someone|dr)|write|be honest|apologi\\w+|go to therapy|end it)',
      'and i (?:\\w+ )?(?:said yes|agreed|let|wanted|chose|did not stop)',
      'out$',
      '(?:to )?you',
      'by me',
      'because i',
    ),
  },
  {
    is: anyOf(
      '(?:it|that|this|the (?:whole thing|affair|idea|plan)) (?:was|is) (?:{adv} )*(?:all |only |mainly )?(?:her|his|their|your|my (?:friend|boss|cousin|colleague|brother|mate)) (?:{adv} )*(?:idea|fault|doing|plan|suggestion|who|that)',
      '(?:her|his|their) (?:fault|idea|doing)',
      '(?:blame|fault) (?:{adv} )*(?:is|lies|was|belongs) (?:{adv} )*(?:with|on|to) (?:{adv} )*(?:her|him|them|you|my|both)',
      '(?:under|because of|thanks to|with) (?:the )?(?:influence|pressure|encouragement|persuasion) (?:of|from|by) (?:my|her|his|the|some|other|them|friends|you|your)',
      '(?:i|we) (?:{adv} )*(?:was|were|got|am|had been|felt) (?:{adv} )*(?:seduced|tempted by|talked into|pushed (?:into|to)|pressured|persuaded|forced|led (?:on|astray|into)|egged|lured|manipulated|tricked|dragged (?:into|along)|goaded|bullied into|provoked|drawn in by|driven (?:to|into|away|by)|cornered|set up|encouraged)',
    ),
    notAfter: anyOf('(?:not|never|no one|nobody|nor|is)$'),
    notIn: anyOf('was not|were not|not |never'),
    unless: MY_CHOICE,
  },
];
