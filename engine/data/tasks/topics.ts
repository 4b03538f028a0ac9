import { randomStream } from '../../core/random.ts';
import { type GeneratedTask, noisy, zipf, zipfWeights } from './generated.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of each topic, most frequent first (drawn by Zipf's law). No word is in two lists. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  cooking:
    list(`oven salt dough butter recipe soup pepper onion garlic simmer flour sugar spoon roast grill sauce
    kitchen knead whisk broth cinnamon yeast skillet vinegar parsley thyme ladle marinade`),
  gardens:
    list(`soil seed bloom root leaf flower compost prune weed rose tulip hedge lawn bulb mulch petal stem
    greenhouse ivy fern sapling trellis pollen orchard shrub perennial spade lichen`),
  medicine: list(`doctor patient nurse fever dose surgery clinic vaccine symptom pulse artery tablet infection
    diagnosis ward bandage lung therapy tumor allergy rash antibody scalpel biopsy insulin sprain relapse suture`),
  money:
    list(`bank loan market stock price profit debt interest bond invest budget credit asset dividend trader
    inflation currency mortgage broker yield equity audit ledger tariff hedging solvency coupon liquidity`),
  music:
    list(`song guitar drum melody chord piano concert singer rhythm violin choir album tempo lyric tune flute
    orchestra harmony cello bassline sonata trumpet falsetto encore ballad octave timbre arpeggio`),
  sailing:
    list(`boat sail harbor wind anchor tide captain deck mast wave rudder port crew rope keel buoy compass
    hull gale jib starboard knot dinghy mooring spinnaker halyard regatta ballast`),
  space:
    list(`planet star orbit rocket moon galaxy comet telescope gravity launch astronaut satellite crater asteroid
    solar lander nebula eclipse probe cosmos capsule meteor quasar pulsar perihelion parallax spectrum airlock`),
  sports:
    list(`team goal score coach match player league referee stadium tackle penalty striker defender tournament
    sprint medal racket serve inning pitcher dribble relay wicket javelin offside scrum playoff backhand`),
};
const LABELS = Object.keys(TOPICS);
const COMMON =
  list(`the a of and to in was on for with that his her it from at by as after before had were said one
  two new old small again today`);
/** Share of labels replaced by another topic: the best expected accuracy is exactly 1 - NOISE. */
const NOISE = 0.03;

/** Eight topics; a sentence has more words of its own topic than of any other, among common words. */
export function topicsTask(examples: number, seed: number): GeneratedTask {
  const random = randomStream(seed, 'task', 'topics');
  const ranks = zipfWeights(28);
  const word = (topic: string) => TOPICS[topic]![zipf(random, ranks)]!;
  const rows = Array.from({ length: examples }, () => {
    const truth = random.choice(LABELS);
    const own = 2 + random.int(2);
    const words = Array.from({ length: own }, () => word(truth));
    const others = LABELS.filter((label) => label !== truth);
    for (const other of random.shuffle(others).slice(0, random.int(3))) words.push(word(other));
    const common = 3 + random.int(5);
    for (let i = 0; i < common; i++) words.push(random.choice(COMMON));
    return { text: random.shuffle(words).join(' '), truth, label: noisy(random, truth, LABELS, NOISE) };
  });
  return {
    task: 'topics',
    kind: 'classification',
    rows,
    labels: LABELS,
    bestAccuracy: 1 - NOISE,
    bestLoss: null,
  };
}
