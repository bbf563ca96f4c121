/** How much a row of the popup's list shows. */
export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** How the popup's list looks. */
export interface Look {
  readonly density: Density
  /** Whether a row shows the picture that Hugging Face has of the paper. */
  readonly hasThumbnails: boolean
}

/** Until the user chooses. */
export const initialLook: Look = { density: 'comfortable', hasThumbnails: false }

export function isDensity(value: unknown): value is Density {
  return densities.some((density) => density === value)
}
