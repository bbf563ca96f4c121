import './paper-thumbnail.css'

/** A picture of a paper, which tells nothing that the row does not. Where it can't be had its room stays empty. */
export function PaperThumbnail({ address }: { address: string }) {
  return (
    <span class="paper-thumbnail" aria-hidden="true">
      <img
        src={address}
        alt=""
        width={72}
        height={40}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onError={(event) => {
          event.currentTarget.hidden = true
        }}
      />
    </span>
  )
}
