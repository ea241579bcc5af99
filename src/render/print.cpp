// Cairo draws what librsvg reads, a sheet a page. Nothing of the machine's clock: a PDF's date is
// SOURCE_DATE_EPOCH, else the first day that computers count from. Tested in
// tests/unit/render/print_test.cpp.

#include "frise/render/render.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace frise {
namespace {

constexpr double points_a_pixel = 0.75;
constexpr double pixels_an_inch = 96;
constexpr double most_pixels = 16000;  ///< of a side: Cairo's images end at 32767

struct Closer {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Svg = std::unique_ptr<RsvgHandle, Closer>;
using Surface = std::unique_ptr<cairo_surface_t, Closer>;
using Context = std::unique_ptr<cairo_t, Closer>;

tl::unexpected<Error> no_drawing(std::string why) {
  return fail({.code = ErrorCode::layout_failed, .message = std::move(why)});
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

struct Picture {
  Svg svg;
  double width = 0;
  double height = 0;
};

std::optional<Picture> read(const std::string& bytes) {
  Picture picture;
  picture.svg.reset(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()),
                                              bytes.size(), nullptr));
  if (!picture.svg) return std::nullopt;
  rsvg_handle_set_dpi(picture.svg.get(), pixels_an_inch);
  if (rsvg_handle_get_intrinsic_size_in_pixels(picture.svg.get(), &picture.width,
                                               &picture.height) == 0) {
    return std::nullopt;
  }
  return picture;
}

bool draw(const Picture& picture, cairo_t* context) {
  const RsvgRectangle all{0, 0, picture.width, picture.height};
  return rsvg_handle_render_document(picture.svg.get(), context, &all, nullptr) != 0;
}

std::string creation_date() {
  std::int64_t seconds = 0;
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr) {
    const std::string_view text{epoch};
    std::from_chars(text.data(), text.data() + text.size(), seconds);
  }
  seconds = std::clamp<std::int64_t>(seconds, 0, 4'102'444'800);  // 2100
  const std::chrono::sys_seconds at{std::chrono::seconds{seconds}};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{at - day};
  const auto two = [](auto number) {
    const std::string digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
  };
  return std::to_string(static_cast<int>(date.year())) + "-" + two(unsigned{date.month()}) + "-" +
         two(unsigned{date.day()}) + "T" + two(time.hours().count()) + ":" +
         two(time.minutes().count()) + ":" + two(time.seconds().count()) + "Z";
}

}  // namespace

Result<Rendering> as_pdf(const Rendering& svg, const std::string& title) {
  const auto picture = read(svg.bytes);
  if (!picture) return no_drawing("the figure could not be read again to make a PDF of it");
  Rendering pdf{.bytes = {},
                .sheets = svg.sheets,
                .warnings = svg.warnings,
                .remarks = svg.remarks,
                .details = svg.details};
  const double sheet = picture->height / static_cast<double>(svg.sheets);
  const Surface surface{cairo_pdf_surface_create_for_stream(
      append, &pdf.bytes, picture->width * points_a_pixel, sheet * points_a_pixel)};
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "frise " FRISE_VERSION);
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 creation_date().c_str());
  const Context context{cairo_create(surface.get())};
  cairo_scale(context.get(), points_a_pixel, points_a_pixel);
  bool drawn = true;
  for (std::size_t page = 0; page < svg.sheets && drawn; ++page) {
    cairo_save(context.get());
    cairo_rectangle(context.get(), 0, 0, picture->width, sheet);
    cairo_clip(context.get());
    cairo_translate(context.get(), 0, -sheet * static_cast<double>(page));
    drawn = draw(*picture, context.get());
    cairo_restore(context.get());
    cairo_show_page(context.get());
  }
  cairo_surface_finish(surface.get());
  if (!drawn || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return no_drawing("the PDF could not be drawn");
  }
  return pdf;
}

Result<Rendering> as_png(const Rendering& svg, double dots_an_inch) {
  const auto picture = read(svg.bytes);
  if (!picture) return no_drawing("the figure could not be read again to make a PNG of it");
  Rendering png{.bytes = {},
                .sheets = svg.sheets,
                .warnings = svg.warnings,
                .remarks = svg.remarks,
                .details = svg.details};
  const double wanted = dots_an_inch / pixels_an_inch;
  const double scale = std::min(wanted, most_pixels / std::max(picture->width, picture->height));
  if (scale < wanted) {
    png.warnings.emplace_back(
        "the PNG has fewer dots an inch than asked for: it would be too large");
  }
  const Surface surface{cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(picture->width * scale - 1e-6)),
      static_cast<int>(std::ceil(picture->height * scale - 1e-6)))};
  const Context context{cairo_create(surface.get())};
  cairo_scale(context.get(), scale, scale);
  if (!draw(*picture, context.get()) ||
      cairo_surface_write_to_png_stream(surface.get(), append, &png.bytes) !=
          CAIRO_STATUS_SUCCESS) {
    return no_drawing("the PNG could not be drawn");
  }
  return png;
}

}  // namespace frise
