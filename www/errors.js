// Why the engine gave no answer.

/** The worker ended before it answered: the engine panicked, or the call was given up. */
export class Stopped extends Error {}

/** It ended for another call's sake: this one is as good as it was. */
export class Interrupted extends Stopped {}

/** The engine's module could not be loaded. */
export class Absent extends Error {}

/** The browser could not hand over the file's bytes: it was moved, changed or locked after it was chosen. */
export class Unreadable extends Error {}
