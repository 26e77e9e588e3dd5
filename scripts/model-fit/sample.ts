import type { Seeded } from "@/lib/domain/matching/estimate/seeded";

/** A sample of a stream in which every one had the same chance (algorithm R). */
export class Sample<One> {
  readonly kept: One[] = [];
  seen = 0;

  constructor(
    private readonly size: number,
    private readonly chance: Seeded,
  ) {}

  offer(one: One): void {
    this.seen++;
    if (this.kept.length < this.size) {
      this.kept.push(one);
      return;
    }
    const at = this.chance.int(this.seen);
    if (at < this.size) this.kept[at] = one;
  }
}
