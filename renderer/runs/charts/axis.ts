/** What the x axis of a run's charts measures; time in seconds of its clock. */
export type Axis = 'round' | 'step' | 'time';
