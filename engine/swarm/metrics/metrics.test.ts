import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { ClassTally } from './classificationScore.ts';
import { TokenTally } from './languageScore.ts';
import { TogethernessTally } from './togetherness.ts';

const logs = (...probabilities: number[]): Float32Array => Float32Array.from(probabilities, Math.log);

describe('classification scores', () => {
  it('are those computed by hand', () => {
    const tally = new ClassTally(3);
    // truths 0 0 1 1, answers 0 1 1 1, class 2 never
    tally.add(logs(0.8, 0.1, 0.1), 0, 0);
    tally.add(logs(0.3, 0.6, 0.1), 0, 0);
    tally.add(logs(0.1, 0.8, 0.1), 0, 1);
    tally.add(logs(0.2, 0.7, 0.1), 0, 1);
    const score = tally.score();
    expect(score.accuracy).toBe(0.75);
    expect([...score.confusion]).toEqual([1, 1, 0, 0, 2, 0, 0, 0, 0]);
    expect(score.f1[0]).toBeCloseTo(2 / 3, 12);
    expect(score.f1[1]).toBeCloseTo(0.8, 12);
    expect(score.f1[2]).toBeNaN();
    expect(score.macroF1).toBeCloseTo((2 / 3 + 0.8) / 2, 12);
    expect(score.loss).toBeCloseTo(-(2 * Math.log(0.8) + Math.log(0.3) + Math.log(0.7)) / 4, 6);
    // bins of 1/15: 0.8 is in (11/15, 12/15], 0.7 in (10/15, 11/15], 0.6 in (8/15, 9/15]
    expect(score.ece).toBeCloseTo((Math.abs(2 - 1.6) + Math.abs(1 - 0.7) + Math.abs(0 - 0.6)) / 4, 5);
    expect(score.brier).toBeCloseTo((0.06 + 0.86 + 0.06 + 0.14) / 4, 5);
  });

  it('show an answer that is not a number as a loss that is none', () => {
    const tally = new ClassTally(2);
    tally.add(Float32Array.of(Number.NaN, Number.NaN), 0, 1);
    expect(tally.score().loss).toBeNaN();
  });
});

describe('token scores', () => {
  it('count real positions only', () => {
    const tally = new TokenTally();
    tally.add(logs(0.5, 0.25, 0.001), Uint8Array.of(1, 0, 1), 0, 2);
    const { tokens, loss, perplexity, accuracy } = tally.score();
    expect(tokens).toBe(2);
    expect(loss).toBeCloseTo(Math.log(8) / 2, 6);
    expect(perplexity).toBeCloseTo(Math.sqrt(8), 5);
    expect(accuracy).toBe(0.5);
  });
});

describe('togetherness', () => {
  it('obeys Brier(mean) = mean Brier - ambiguity, exactly as Krogh and Vedelsby say', () => {
    const stream = randomStream(1, 'ambiguity');
    const fish = 4;
    const classes = 3;
    const together = new TogethernessTally(classes);
    const tallies = Array.from({ length: fish }, () => new ClassTally(classes));
    const mean = new ClassTally(classes);
    for (let text = 0; text < 200; text++) {
      const truth = stream.int(classes);
      const answers = Array.from({ length: fish }, () => logs(...stream.dirichlet(0.5, classes)));
      const given = answers.map((own, i) => tallies[i]!.add(own, 0, truth));
      const pooled = Float32Array.from({ length: classes }, (_, c) =>
        Math.log(answers.reduce((sum, own) => sum + Math.exp(own[c]!), 0) / fish),
      );
      together.add(answers, 0, given, mean.add(pooled, 0, truth));
    }
    const meanBrier = tallies.reduce((sum, tally) => sum + tally.score().brier, 0) / fish;
    expect(mean.score().brier).toBeCloseTo(meanBrier - together.result().ambiguity, 6);
  });

  it('counts disagreeing pairs and agreement with the swarm', () => {
    const together = new TogethernessTally(2);
    const [yes, no] = [logs(0.9, 0.1), logs(0.1, 0.9)];
    together.add([yes, yes, no], 0, [0, 0, 1], 0);
    together.add([yes, yes, yes], 0, [0, 0, 0], 0);
    const { diversity, consensus, ambiguity } = together.result();
    expect(diversity).toBeCloseTo(1 / 3, 12); // 2 of 3 pairs, then none
    expect(consensus).toBeCloseTo((2 / 3 + 1) / 2, 12);
    expect(ambiguity).toBeGreaterThan(0);
  });
});
