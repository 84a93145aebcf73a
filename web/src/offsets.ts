// The format counts code points, the browser UTF-16 units. They differ only after a character outside the
// basic plane (an emoji counts one there, two here), so the places of those are noted once an article.

export class Offsets {
  private readonly astral: number[] = []; // code-point positions of the characters that take two units

  constructor(text: string) {
    let units = 0;
    let points = 0;
    const pair = /[\ud800-\udbff][\udc00-\udfff]/g;
    for (let found = pair.exec(text); found; found = pair.exec(text)) {
      points += found.index - units;
      units = found.index;
      this.astral.push(points);
      units += 2;
      points += 1;
    }
  }

  // The UTF-16 offset of a code-point offset.
  at(point: number): number {
    let low = 0;
    let high = this.astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.astral[middle] as number) < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }
}
