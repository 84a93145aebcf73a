// What the page uses of d3, whose Debian packages come without types.
declare module "d3-scale" {
  export interface Scale {
    (value: number): number;
    domain(values: [number, number]): this;
    range(values: [number, number]): this;
    clamp(on: boolean): this;
    nice(count?: number): this;
    ticks(count?: number): number[];
  }
  export function scaleLinear(): Scale;
  export function scaleLog(): Scale;
}

declare module "d3-geo" {
  export interface Projection {
    (point: [number, number]): [number, number] | null;
    invert(point: [number, number]): [number, number] | null;
    rotate(angles: [number, number]): this;
    fitExtent(extent: [[number, number], [number, number]], shape: object): this;
    scale(): number;
    scale(factor: number): this;
    translate(): [number, number];
    translate(by: [number, number]): this;
    clipExtent(extent: [[number, number], [number, number]] | null): this;
  }
  export function geoMercator(): Projection;
  export function geoPath(projection: Projection): (shape: object) => string | null;
}

declare module "d3-selection" {
  export interface Selection {
    call(does: (selection: Selection, ...rest: never[]) => void, ...rest: unknown[]): this;
    on(name: string, handler: null): this;
  }
  export function select(element: Element): Selection;
  export const event: { readonly type: string; readonly ctrlKey?: boolean; readonly button?: number; readonly transform: { x: number; y: number; k: number } };
}

declare module "d3-zoom" {
  import type { Selection } from "d3-selection";
  export interface Zoom {
    (selection: Selection): void;
    scaleExtent(extent: [number, number]): this;
    translateExtent(extent: [[number, number], [number, number]]): this;
    extent(extent: () => [[number, number], [number, number]]): this;
    duration(milliseconds: number): this;
    filter(filter: () => boolean): this;
    on(name: string, handler: () => void): this;
    scaleBy(selection: Selection, factor: number): void;
    transform(selection: Selection, to: object): void;
  }
  export function zoom(): Zoom;
  export const zoomIdentity: object;
}
