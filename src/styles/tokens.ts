import { css } from 'lit';

/**
 * Private properties (`--_…`) from the public tokens (`--foothold-…`), which are all optional and
 * never set here, so that a page can set them anywhere above.
 *
 * One accent gives all colours by relative colour: hue stays the school's own, lightness and chroma
 * are held where contrast is certain. `clamp(0, (l - 0.75) * 1e6, 1)` is 1 for light accents and 0 for
 * the others: light ones carry dark text, the others white. Neutral roles are mixes of the text
 * colour, so they hold on any background. A property that holds `currentColor` resolves where it is used.
 */
export const tokens = css`
  :host {
    --_accent: var(--foothold-color-accent, #2a5d9f);
    --_accent-text: var(
      --foothold-color-accent-text,
      light-dark(
        oklch(from var(--_accent) min(l, 0.45) min(c, 0.16) h),
        oklch(from var(--_accent) max(l, 0.82) min(c, 0.09) h)
      )
    );
    --_fill: var(
      --foothold-color-accent-fill,
      light-dark(
        oklch(from var(--_accent) max(min(l, 0.5), l * clamp(0, (l - 0.75) * 1e6, 1)) c h),
        oklch(
          from var(--_accent) max(clamp(0.52, l, 0.53), l * clamp(0, (l - 0.75) * 1e6, 1))
            min(c, 0.15) h
        )
      )
    );
    --_fill-hover: light-dark(
      oklch(from var(--_fill) calc(l - 0.07) c h),
      oklch(from var(--_fill) max(0.46, (l - 0.06) * clamp(0, (l - 0.75) * 1e6, 1)) c h)
    );
    --_on-fill: var(
      --foothold-color-on-accent,
      oklch(from var(--_accent) calc(1 - 0.8 * clamp(0, (l - 0.75) * 1e6, 1)) 0 h)
    );
    --_control: light-dark(
      var(--_accent-text),
      oklch(from var(--_accent) clamp(0.56, l, 0.75) c h)
    );
    --_tint: color-mix(in srgb, var(--_accent-text) 6%, transparent);
    --_tint-strong: color-mix(in srgb, var(--_accent-text) 11%, transparent);

    --_ink: var(--foothold-color-text, currentcolor);
    --_muted: var(--foothold-color-muted, color-mix(in srgb, var(--_ink) 72%, transparent));
    --_line: var(--foothold-color-line, color-mix(in srgb, var(--_ink) 15%, transparent));
    --_edge: var(--foothold-color-edge, color-mix(in srgb, var(--_ink) 56%, transparent));
    --_well: color-mix(in srgb, var(--_ink) 5%, transparent);
    --_field: var(--foothold-color-field, light-dark(#fff, rgb(255 255 255 / 5%)));
    --_focus: var(--foothold-color-focus, var(--_accent-text));
    --_positive: var(
      --foothold-color-positive,
      light-dark(oklch(0.44 0.1 150), oklch(0.84 0.11 150))
    );
    --_negative: var(
      --foothold-color-negative,
      light-dark(oklch(0.47 0.17 27), oklch(0.82 0.1 27))
    );
    --_warning: var(--foothold-color-warning, light-dark(oklch(0.46 0.12 52), oklch(0.84 0.11 75)));

    --_heading-font: var(--foothold-font-family-heading, inherit);
    --_radius: var(--foothold-radius, 0.3em);
    --_space: var(--foothold-space, 1em);
    --_size: var(--foothold-control-size, 2.75em);
    --_measure: var(--foothold-measure, 38em);
  }

  @supports not (color: oklch(from red l c h)) {
    :host {
      --_accent-text: var(--foothold-color-accent-text, LinkText);
      --_fill: var(--foothold-color-accent-fill, #333);
      --_fill-hover: #111;
      --_on-fill: var(--foothold-color-on-accent, #fff);
      --_control: var(--_accent-text);
    }
  }

  @media (forced-colors: active) {
    :host {
      --_muted: CanvasText;
      --_line: CanvasText;
      --_edge: CanvasText;
      --_accent-text: LinkText;
      --_fill: ButtonText;
      --_on-fill: ButtonFace;
      --_positive: CanvasText;
      --_negative: CanvasText;
      --_warning: CanvasText;
    }
  }
`;
