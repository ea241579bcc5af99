#pragma once

/// \file
/// What both forms of the map share: bounds, shapes of nodes.

#include "frise/view/view.hpp"
#include "render/geometry.hpp"
#include "render/palette.hpp"
#include "text/xml_writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

inline constexpr std::size_t most_nodes = 1000;
inline constexpr std::size_t most_relations = 400;     ///< with labels, which dot places
inline constexpr std::size_t most_plain_lines = 3000;  ///< of more nodes than get labels
inline constexpr std::size_t most_labelled_nodes = 200;

/// The view without relations whose ends do not exist, and with at most `most_nodes` of the
/// heaviest nodes and `most_relations` relations of the most events; says in `warnings` what was
/// cut.
[[nodiscard]] RelationView bounded(const RelationView& view, std::vector<std::string>& warnings);

enum class NodeShape : std::uint8_t { organization, person, product, collective };

[[nodiscard]] NodeShape shape_of(EntityType type) noexcept;

enum class NodeLook : std::uint8_t { plain, focus, faint };

/// A band behind a group, or its sample: never in a colour of a stance.
void draw_band(XmlWriter& svg, const Box& box, const Palette& colours);

/// Rounded for organizations, square for products, filled for persons, dashed for collectives.
void draw_node(XmlWriter& svg, const Box& box, EntityType type, NodeLook look,
               const Palette& colours);

}  // namespace frise::render
